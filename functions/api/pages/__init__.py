"""Pages: what people see in a browser. Those behind an alert's link need no script and speak the
contact's language; the status page is a shell that asks the API for everything it shows."""
