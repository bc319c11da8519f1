"""What was recorded stays as it was: the database itself refuses to change it, whoever asks.

Events may neither be changed nor deleted, but for two things: `detail` may be sealed anew under another key (the hash
is of what it says, so that a change shows), and events up to a pruning that is itself a link of the chain may go.
Seals may neither be changed nor deleted.
"""

from __future__ import annotations

from sqlalchemy import Connection, text

_EVENT_COLUMNS = ("id", "at", "subject", "kind", "by_id")
_PRUNED = "COALESCE((SELECT MAX(last_id) FROM seal WHERE pruned), 0)"
_SAME = " OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in _EVENT_COLUMNS)
_DIFFERENT = " OR ".join(f"OLD.{name} IS DISTINCT FROM NEW.{name}" for name in _EVENT_COLUMNS)
_SQLITE = (
    f"""CREATE TRIGGER event_stays BEFORE UPDATE ON event WHEN {_SAME}
        BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END""",
    f"""CREATE TRIGGER event_remains BEFORE DELETE ON event WHEN OLD.id > {_PRUNED}
        BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END""",
    """CREATE TRIGGER seal_stays BEFORE UPDATE ON seal
        BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END""",
    """CREATE TRIGGER seal_remains BEFORE DELETE ON seal
        BEGIN SELECT RAISE(ABORT, 'the record is append-only'); END""",
)
_POSTGRESQL = (
    """CREATE FUNCTION linli_append_only() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'the record is append-only'; END $$""",
    f"""CREATE FUNCTION linli_event_remains() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN
            IF OLD.id > {_PRUNED} THEN RAISE EXCEPTION 'the record is append-only'; END IF;
            RETURN OLD;
        END $$""",
    f"""CREATE TRIGGER event_stays BEFORE UPDATE ON event FOR EACH ROW WHEN ({_DIFFERENT})
        EXECUTE FUNCTION linli_append_only()""",
    "CREATE TRIGGER event_remains BEFORE DELETE ON event FOR EACH ROW EXECUTE FUNCTION linli_event_remains()",
    "CREATE TRIGGER seal_stays BEFORE UPDATE OR DELETE ON seal FOR EACH ROW EXECUTE FUNCTION linli_append_only()",
    "CREATE TRIGGER event_whole BEFORE TRUNCATE ON event EXECUTE FUNCTION linli_append_only()",
    "CREATE TRIGGER seal_whole BEFORE TRUNCATE ON seal EXECUTE FUNCTION linli_append_only()",
)


def forbid_changes(connection: Connection) -> None:
    """Once, after the tables `event` and `seal` were made."""
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL:
        connection.execute(text(statement))
