from datetime import date
from pathlib import Path

import pytest

from pipeline.ingest import MetadataRow, read_metadata, row_of

ROW = MetadataRow("Une visite à Oran", date(2015, 3, 12), "La Gazette", "https://exemple.fr/1")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize(
    "table",
    [
        "file,title,date,publisher,url\na.txt,Une visite à Oran,2015-03-12,La Gazette,https://exemple.fr/1\n",
        "Fichier;Titre;Date de publication;Éditeur;Lien\r\na.txt;Une visite à Oran;12 mars 2015;La Gazette;https://exemple.fr/1",
        "path\ttitre\tdate\tsource\turl\tauteur\na.txt\tUne visite à Oran\t12/03/2015\tLa Gazette\thttps://exemple.fr/1\tX\n",
        'title,file,date,site,url\n"Une visite\nà Oran",./a.txt,12.03.2015,La Gazette,https://exemple.fr/1\n',
    ],
)
def test_a_table_is_read_whatever_its_dress(tmp_path, table, encoding):
    (tmp_path / "metadata.csv").write_bytes(table.encode(encoding))
    assert read_metadata(tmp_path) == {"a.txt": ROW}


def test_a_file_is_named_from_the_folder_of_its_table(tmp_path):
    (tmp_path / "2015" / "mars").mkdir(parents=True)
    (tmp_path / "metadata.csv").write_text("file,title\n2015/mars/a.txt,Haut\nb.txt,B\n", encoding="utf-8")
    (tmp_path / "2015" / "metadata.csv").write_text("file,title\nmars\\a.txt,Bas\n", encoding="utf-8")
    assert {path: row.title for path, row in read_metadata(tmp_path).items()} == {
        "2015/mars/a.txt": "Bas",
        "b.txt": "B",
    }


@pytest.mark.parametrize("data", [b"", b"\0\0\0", b"a;b;c\n1;2;3\n", b"file,title\n", b"file\n" + b'"' * 200_000])
def test_a_table_that_says_nothing_gives_nothing(tmp_path, data):
    (tmp_path / "metadata.csv").write_bytes(data)
    assert [row for row in read_metadata(tmp_path).values() if row != MetadataRow()] == []


def test_an_empty_cell_says_nothing(tmp_path):
    (tmp_path / "metadata.csv").write_text("file,title,date\na.txt, ,bientôt\n", encoding="utf-8")
    assert read_metadata(tmp_path) == {"a.txt": MetadataRow()}


def test_a_text_alone_is_told_of_by_the_nearest_table_that_names_it(tmp_path, monkeypatch):
    (tmp_path / "2015" / "mars").mkdir(parents=True)
    (tmp_path / "metadata.csv").write_text("file,title\n2015/mars/a.txt,Haut\n2015/mars/b.txt,B\n", encoding="utf-8")
    (tmp_path / "2015" / "metadata.csv").write_text("file,title\nmars/a.txt,Bas\n", encoding="utf-8")
    titles = {path: row.title for path, row in read_metadata(tmp_path).items()}
    monkeypatch.chdir(tmp_path / "2015")
    for name in ("a.txt", "b.txt"):
        for file in (tmp_path / "2015" / "mars" / name, Path("mars", name), Path("mars", "..", "mars", name)):
            assert row_of(file).title == titles[f"2015/mars/{name}"]
    assert row_of(Path("mars", "c.txt")) is None
