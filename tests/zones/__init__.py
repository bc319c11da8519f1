"""Every zone there is, ten years, every cadence: no period without a visit, none with two. `make zones` is all of it."""
