"""Ingest: from files to what they hold.

Takes a folder, and then one file at a time; gives a `Source` for each, or raises the `Reject` that says
why there is none. Adds nothing and cleans nothing: of `txt` and `md` the text is the decoded file, so that
its offsets are a user's own; the other formats give what their reader takes out, with `Mark`s for what
the format says of it. Reads no network, follows no link out of the folder, believes no declared size.

Libraries of a format are imported when the first file of that format is read.
"""

from pipeline.ingest.find import Found, RawFile, RejectedFile, find
from pipeline.ingest.metadata import MetadataRow, read_metadata, row_of
from pipeline.ingest.read import FORMATS, read

__all__ = ["FORMATS", "Found", "MetadataRow", "RawFile", "RejectedFile", "find", "read", "read_metadata", "row_of"]
