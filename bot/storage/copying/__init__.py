"""Everything in a database as one logical copy: into a backup, out of one, or into another database.

The copy knows tables, columns and plain values, not our nouns, so that a backup of any schema, of either database, can
be put into either. What is sealed stays sealed on the way.
"""
