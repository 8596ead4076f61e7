"""What reading any source takes: answers, dates, markup, pages and streams."""
