"""What is part of what: a signing during a visit, a meeting beside a summit, whichever text tells of either.

A text may say so; else the days, those who take part and the place do: whoever signs or meets somebody where, and
on a day when, he is on a visit does it on that visit. Leaves the table `parts(happening, part_of, reason)`, one
row at most for a happening; needs `whole`, `happenings`, `standing` and `known`.
"""

import duckdb


def gather(connection: duckdb.DuckDBPyConnection) -> None:
    """Make `parts`."""
    connection.execute(_PARTS)


_PARTS = """
    CREATE OR REPLACE TEMP TABLE parts AS
    WITH told_so AS (
        SELECT DISTINCT h.happening, o.happening AS part_of FROM happenings h
        JOIN happenings o ON h.doc_id = o.doc_id AND h.part_of = o.event AND h.happening <> o.happening
    ),
    said AS (
        SELECT one.happening, min(one.part_of) AS part_of FROM told_so AS one
        ANTI JOIN told_so AS other ON one.happening = other.part_of AND one.part_of = other.happening
            AND one.part_of > other.part_of
        GROUP BY one.happening
    ),
    facts AS (
        SELECT happening, type, days.earliest AS opens, days.latest AS closes FROM whole
        WHERE NOT negated AND type <> 'vote' AND days.latest - days.earliest < 14
    ),
    spots AS (
        SELECT happening, list(DISTINCT number) AS places, list(DISTINCT country) AS lands,
            bool_or(kind = 'city') AS in_city
        FROM (SELECT happening, unnest(places) AS number FROM happenings SEMI JOIN facts USING (happening))
        JOIN known USING (number) GROUP BY happening
    ),
    texts_of AS (
        SELECT happening, list(DISTINCT ordinal) AS texts FROM happenings SEMI JOIN facts USING (happening)
        GROUP BY happening
    ),
    takers AS (
        SELECT DISTINCT happening, who.number, who.role, who.label FROM (
            SELECT happening, unnest(people) AS who FROM happenings SEMI JOIN facts USING (happening)
        )
    ),
    outer_days AS (
        SELECT happening, type, closes, unnest(generate_series(opens, closes, INTERVAL 1 DAY))::DATE AS day
        FROM facts ANTI JOIN said USING (happening) WHERE type IN ('visit', 'gathering')
    ),
    outers AS (
        SELECT outer_days.*, number, 1 AS needs FROM outer_days JOIN takers USING (happening)
        WHERE label <> 'LOC' AND (type = 'gathering' OR role = 'visitor')
        UNION ALL
        SELECT outer_days.*, whom, 2 FROM outer_days JOIN takers USING (happening)
        JOIN standing USING (number) JOIN known ON known.number = whom
        WHERE type = 'visit' AND role = 'visitor' AND known.label = 'LOC'
    ),
    inners AS (
        SELECT facts.happening, type, closes, opens AS day, number, label FROM facts JOIN takers USING (happening)
        ANTI JOIN said USING (happening)
        WHERE type IN ('agreement', 'meeting', 'statement', 'commemoration') AND closes - opens < 7
    ),
    met AS (
        SELECT inners.happening, outers.happening AS part_of, outers.type, outers.needs,
            outers.closes - inners.closes AS spare
        FROM inners JOIN outers USING (number, day)
        WHERE inners.closes <= outers.closes AND (outers.needs = 1 OR inners.type = 'agreement')
        GROUP BY ALL
    ),
    fitting AS (
        SELECT met.*, known.name AS guest FROM met
        JOIN spots AS out_ ON out_.happening = part_of LEFT JOIN spots AS in_ ON in_.happening = met.happening
        JOIN texts_of AS told ON told.happening = met.happening JOIN texts_of AS other ON other.happening = part_of
        JOIN takers ON takers.happening = part_of AND (met.type = 'gathering' OR takers.role = 'visitor')
        JOIN known USING (number)
        WHERE (met.needs = 1 OR list_has_any(out_.lands, (
            SELECT list(country) FROM takers AS parties JOIN known USING (number)
            WHERE parties.happening = met.happening AND parties.label = 'LOC'
        ))) AND CASE
            WHEN in_.places IS NULL THEN met.type = 'visit' AND list_has_any(told.texts, other.texts)
            WHEN list_has_any(in_.places, out_.places) THEN true
            ELSE list_has_any(in_.lands, out_.lands) AND NOT (in_.in_city AND out_.in_city) AND met.type = 'visit'
        END
    )
    SELECT happening, part_of, NULL AS reason FROM said
    UNION ALL
    SELECT happening, first(part_of ORDER BY rank), first(reason ORDER BY rank) FROM (
        SELECT happening, part_of, (type <> 'visit', needs, spare, part_of) AS rank,
            'part of the ' || CASE type WHEN 'visit' THEN 'visit of ' || guest ELSE 'gathering' END
            || ': on its days, where it is' AS reason
        FROM fitting
    ) GROUP BY happening
"""
