"""What rosters brought in, row by row: written many at once, and restored as it was."""
