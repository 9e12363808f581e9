"""This app's entries in the registries of those below it."""

from applications.kind import APPLICATION, may_read_file
from applications.words import WORDS
from casework import kinds
from records import attachments, words

kinds.register(APPLICATION)
attachments.register("case", may_read_file)
words.register(WORDS)
