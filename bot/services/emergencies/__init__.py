"""An emergency: called, answered with 平安 or 需要帮助, followed building by building, 解除."""
