"""The e-mail that the office adds."""

from django import forms

from cpia.norme.forms.comuni import ConViolazioni

LUNGA = 254  # as the column


class EmailForm(ConViolazioni):
    """One address."""

    email = forms.EmailField(
        label="Indirizzo e-mail", max_length=LUNGA,
        error_messages={
            "required": "Scrivi l’indirizzo.",
            "invalid": "Non è un indirizzo e-mail: si scrive come nome@posta.it.",
        },
    )  # fmt: skip
