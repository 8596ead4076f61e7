"""Mail: what SES received, whose it is, and the words in it that are somebody's own."""
