"""What is wrong: the rule table, rules by family, waivers, reports."""
