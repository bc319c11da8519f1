### Who is in charge of a building: its duties, grid workers, one's own building.

no-charge-over = Nobody holds that duty any more.
no-such-duty = The playbook has no such duty.
