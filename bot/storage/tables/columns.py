"""What the tables have in common: names of constraints, keys, references."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, ForeignKey, Integer, MetaData

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
Key = BigInteger().with_variant(Integer, "sqlite")


def key() -> Column[int]:
    """A number of the row's own."""
    return Column("id", Key, primary_key=True, autoincrement=True)


def to(name: str, target: str, *, nullable: bool = True, index: bool = True) -> Column[int]:
    """The row of another table this one belongs to."""
    return Column(name, Key, ForeignKey(f"{target}.id"), nullable=nullable, index=index)
