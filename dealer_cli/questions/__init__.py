"""What is asked: each question takes a catalog and gives an answer as data; printing is the edge's."""
