"""The doctor: a deployed Earshot and its account examined, before what is wrong bites.

`stack` reads what was deployed, `parts` looks at its parts, `told` at what the owner told it,
`examining` puts it all together, `setting_up` makes the one setting that no template can.
"""
