"""What who learns types, and what is recorded of the courtesy texts."""

from django import forms

from cpia.norme.forms.comuni import ConViolazioni


class RichiestaForm(ConViolazioni):
    """What is asked to be changed, in one’s own words."""

    testo = forms.CharField(
        label="La tua richiesta",
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 5, "dir": "auto"}),
        error_messages={
            "required": "Scrivi che cosa vuoi cambiare.",
            "max_length": "Scrivi in 600 caratteri al più: ora sono %(show_value)s.",
        },
    )


class FirmaForm(ConViolazioni):
    """The words that are signed, named by their hash, and the tick of who has read them again."""

    versione = forms.IntegerField(widget=forms.HiddenInput)
    impronta = forms.CharField(max_length=64, widget=forms.HiddenInput)
    riletto = forms.BooleanField(error_messages={"required": "Prima rileggi il patto."})


class MediatoreForm(ConViolazioni):
    """Who read the texts of a language and approves them as they are."""

    impronta = forms.CharField(max_length=64, widget=forms.HiddenInput)
    mediatore = forms.CharField(
        label="Nome e cognome del mediatore che li ha riletti",
        max_length=120,
        error_messages={"required": "Scrivi chi li ha riletti."},
    )
