"""What may be done about returns and duties; each act checks, changes and records at once."""

from returns.acts.duties import record_done, sweep_duties
from returns.acts.keeping import record_standing, set_target
from returns.acts.monthly import begin, hand_in, save, send_back, send_on, take_in

__all__ = [
    "begin",
    "hand_in",
    "record_done",
    "record_standing",
    "save",
    "send_back",
    "send_on",
    "set_target",
    "sweep_duties",
    "take_in",
]
