"""What a notice asks: set up, answered, closed; who has a place, and who is told so."""
