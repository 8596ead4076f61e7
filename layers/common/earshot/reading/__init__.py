"""What talking to any platform takes: its answers, limits, dates, markup, pages and streams."""
