"""Read the alerts of monitoring and paging services, each service's shape in a file of its own."""
