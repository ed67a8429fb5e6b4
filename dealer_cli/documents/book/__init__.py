"""The whole store bound as one document: cover, contents, chart, departments, positions, policies."""
