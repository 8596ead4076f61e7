"""The embedded stack: what would run on AWS, built, deployed and run on one machine.

`tools` makes the environments of the tools, `build` turns the sources into what Lambda gets,
`emulator` runs the services, `deploy` puts the template on them, `lint` reads the template.
"""
