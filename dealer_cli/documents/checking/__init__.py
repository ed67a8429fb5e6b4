"""Templates judged before anything is printed: broken tags, fields that do not exist, limits."""
