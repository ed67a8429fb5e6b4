"""What is rendered: a picture of a position, one renderer a format, files in batches."""
