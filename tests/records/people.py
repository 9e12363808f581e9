"""Actors for the tests of records: plain values, since this app knows no accounts."""

from dataclasses import replace

from records.actor import Actor

JINZHONG = "140000/140700/"

OPERATOR = Actor(11, "样例甲", "operator", 21, "样例园区", JINZHONG + "140702/", 31, ip="192.0.2.1")
ADMINISTRATOR = Actor(12, "样例乙", "administrator", 22, "样例市局", JINZHONG)
AUDITOR = Actor(13, "样例丙", "auditor", 22, "样例市局", JINZHONG)
STRANGER = Actor(14, "样例丁", "auditor", 23, "样例外局", "310000/")
IN_ENGLISH = replace(OPERATOR, user_id=15, name="Sample", language="en")
