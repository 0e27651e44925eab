"""The guided triage: five steps on the sample project, each done with the program's own means."""
