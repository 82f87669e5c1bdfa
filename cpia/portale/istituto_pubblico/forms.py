"""What somebody reports about the site."""

from django import forms


class SegnalazioneForm(forms.Form):
    """A report; who writes may stay unknown, but then nobody can answer."""

    che_cosa = forms.ChoiceField(
        label="Di che cosa si tratta",
        choices=[
            ("accessibilita", "Non riesco a usare una pagina o un documento"),
            ("errore", "C’è un errore o una cosa che non funziona"),
            ("dati", "Riguarda i miei dati personali"),
            ("altro", "Altro"),
        ],
    )
    pagina = forms.CharField(
        label="In quale pagina",
        max_length=300,
        required=False,
        help_text="L’indirizzo o il titolo della pagina.",
    )
    testo = forms.CharField(
        label="Che cosa succede",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Non scrivere dati sulla salute né dati di altre persone.",
        error_messages={
            "required": "Scrivi che cosa succede.",
            "max_length": "Al più 2.000 caratteri.",
        },
    )
    email = forms.EmailField(
        label="La tua e-mail, se vuoi una risposta",
        required=False,
        error_messages={"invalid": "Scrivi un indirizzo come nome@esempio.it."},
    )

    @property
    def parole(self) -> str:
        """The report as the office reads it."""
        dati = self.cleaned_data
        che_cosa = dict(self.fields["che_cosa"].choices)[dati["che_cosa"]]
        righe = [che_cosa + ".", dati["testo"]]
        righe += [f"Pagina: {dati['pagina']}"] if dati["pagina"] else []
        righe += [f"Risposta a: {dati['email']}" if dati["email"] else "Non chiede risposta."]
        return "\n\n".join(righe)
