"""Who is invited to a sitting: somebody of the institute, or a name, a quality, a mailbox."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.db.models import QuerySet

from cpia.norme.forms.comuni import ConViolazioni
from cpia.scuola.models import Persona
from organi_collegiali.forms.comuni import DA_MOSTRARE, PersonaField
from organi_collegiali.models import Punto, Seduta
from organi_collegiali.queries.convocazione.invitabili import con_incarico, invitabili
from organi_collegiali.services.convocazione.invitati import DatiInvito

DA_FUORI = ("cognome", "nome")


class CercaForm(forms.Form):
    """Part of a name: among those found one chooses."""

    cerca = forms.CharField(
        label="Cerca per cognome o nome", required=False, max_length=80,
        help_text="Vuoto: chi ha un incarico nell’istituto.",
    )  # fmt: skip


class InvitoForm(ConViolazioni):
    """Who, in which quality, to which items."""

    persona = PersonaField(label="Una persona dell’istituto", required=False)
    cognome = forms.CharField(required=False, max_length=80)
    nome = forms.CharField(required=False, max_length=80)
    email = forms.EmailField(
        label="E-mail", required=False, max_length=254,
        help_text="Senza, l’avviso si consegna a mano o a mezzo telefono, e la consegna si annota.",
        error_messages={"invalid": "Controlla l’indirizzo: manca qualcosa."},
    )  # fmt: skip
    qualifica = forms.CharField(
        label="In quale qualità", max_length=120,
        help_text="Si legge nell’avviso e all’albo, senza nomi: DSGA, delegata del Comune, "
        "esperto, tutor.",
        error_messages={"required": "Scrivi in quale qualità è invitata: si legge nell’avviso."},
    )  # fmt: skip
    punti = forms.TypedMultipleChoiceField(
        label="A quali punti", coerce=int, required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Nessuno: a tutta la seduta.",
        error_messages={"invalid_choice": "L’ordine del giorno è cambiato: scegli di nuovo."},
    )  # fmt: skip

    def __init__(
        self, *args: Any, seduta: Seduta, punti: Iterable[Punto], cerca: str = "",
        **kwargs: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **kwargs)
        self._proponi(invitabili(seduta.istituto_id), cerca)
        self.fields["punti"].choices = [(p.pk, f"{p.ordine}. {p.titolo}") for p in punti]

    def _proponi(self, persone: QuerySet[Persona], cerca: str) -> None:
        """While nothing is looked for the list has who works here; any person may be chosen."""
        campo = self.fields["persona"]
        campo.fra(persone, cerca)
        campo.help_text = ""
        if not cerca:
            scelto = str(self["persona"].value() or "")
            righe = con_incarico(persone, scelto)[:DA_MOSTRARE]
            campo.widget.choices = [("", "Nessuna"), *((p.pk, str(p)) for p in righe)]
        elif len(campo.widget.choices) == 1:
            campo.help_text = "Nessuno con questo nome: scrivilo qui sotto."

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        scritti = any(dati.get(nome) for nome in (*DA_FUORI, "email"))
        if dati.get("persona") and scritti:
            testo = "Scegli una persona dell’istituto, oppure scrivi un nome: non tutti e due."
            self.add_error("persona", testo)
        elif not dati.get("persona") and "persona" not in self.errors:
            self._esigi_nome(dati)
        return dati

    def _esigi_nome(self, dati: dict[str, Any]) -> None:
        for campo in DA_FUORI:
            if not dati.get(campo) and campo not in self.errors:
                self.add_error(campo, f"Scegli una persona qui sopra, oppure scrivi il {campo}.")

    @property
    def dati(self) -> DatiInvito:
        """What the service takes."""
        puliti = self.cleaned_data
        return DatiInvito(
            qualifica=puliti["qualifica"],
            persona_id=puliti["persona"].pk if puliti["persona"] else None,
            cognome=puliti["cognome"],
            nome=puliti["nome"],
            email=puliti["email"],
            punti=puliti["punti"],
        )
