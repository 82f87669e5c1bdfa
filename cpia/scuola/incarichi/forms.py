"""What is typed to give a role, to end it, to let somebody else hold it."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from cpia.scuola.enums import Ruolo
from cpia.scuola.incarichi.queries import scelte
from cpia.scuola.incarichi.queries.parole import CONFERIBILI, DOVE, in_parole
from cpia.scuola.incarichi.queries.persone import sostituibili
from cpia.scuola.incarichi.rules import Rifiuto
from cpia.scuola.models import Cattedra, Incarico, Persona
from cpia.scuola.parole import con_maiuscola

ATTO_ESEMPIO = "Per esempio: decreto del dirigente n. 12 del 3 giugno 2024."


class Giorno(forms.DateField):
    """A day, by the calendar of the browser or typed."""

    def __init__(self, manca: str = "Scrivi il giorno.", **altro: Any) -> None:
        super().__init__(
            widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
            error_messages={"required": manca, "invalid": "Scrivi il giorno come 31/05/2024."},
            **altro,
        )


class ConRifiuti(forms.Form):
    """A form that shows at each field what speaks against the act."""

    def riporta(self, rifiuti: Iterable[Rifiuto]) -> None:
        """Put each refusal where it belongs."""
        for rifiuto in rifiuti:
            self.add_error(rifiuto.campo if rifiuto.campo in self.fields else None, rifiuto.testo)


class RuoloForm(forms.Form):
    """Which role: what else must be said depends on it."""

    ruolo = forms.ChoiceField(
        label="Quale incarico",
        choices=[("", "Scegli"), *((r.value, con_maiuscola(str(r.label))) for r in CONFERIBILI)],
        error_messages={"required": "Scegli quale incarico."},
    )


class CattedraField(forms.ModelChoiceField):
    def label_from_instance(self, obj: Cattedra) -> str:
        gruppo = f" ({obj.gruppo})" if obj.gruppo else ""
        return f"{obj.classe}, {obj.disciplina}{gruppo}"


class ConferimentoForm(ConRifiuti):
    """Over what the role is held, from when to when, by which act."""

    dal = Giorno(label="Dal", manca="Scrivi il primo giorno.")
    al = Giorno(label="Fino al", required=False, help_text="Vuoto se non si sa ancora.")
    atto = forms.CharField(
        label="Atto di conferimento",
        max_length=200,
        help_text=ATTO_ESEMPIO,
        error_messages={"required": "Scrivi l’atto che conferisce l’incarico."},
    )

    def __init__(
        self, *args: Any, ruolo: Ruolo, istituto_id: int, anno: int, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        if dove := DOVE.get(ruolo):
            self.fields[dove] = self._dove(dove, istituto_id, anno)
            self.order_fields([dove, "dal", "al", "atto"])

    def _dove(self, dove: str, istituto_id: int, anno: int) -> forms.Field:
        if dove == "cattedra":
            return CattedraField(
                scelte.cattedre(istituto_id, anno),
                label="Classe e disciplina",
                empty_label="Scegli",
                error_messages={"required": "Scegli la classe e la disciplina."},
            )
        if dove == "classe":
            return forms.ModelChoiceField(
                scelte.classi(istituto_id, anno),
                label="Classe",
                empty_label="Scegli",
                error_messages={"required": "Scegli la classe."},
            )
        return forms.ModelChoiceField(
            scelte.sedi(istituto_id),
            label="Sede",
            empty_label="Scegli",
            error_messages={"required": "Scegli la sede."},
        )


class TermineForm(ConRifiuti):
    """The new last day, and the act that sets it."""

    al = Giorno(label="Ultimo giorno", required=False, help_text="Vuoto se non si sa ancora.")
    atto = forms.CharField(
        label="Atto",
        max_length=200,
        help_text=ATTO_ESEMPIO,
        error_messages={"required": "Scrivi l’atto che cambia l’ultimo giorno."},
    )


class RevocaForm(ConRifiuti):
    """From which day, and why."""

    giorno = Giorno(label="Primo giorno senza l’incarico")
    motivo = forms.CharField(
        label="Motivo",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Scrivi perché l’incarico si revoca: resta nel registro."},
    )


class IncarichiField(forms.ModelMultipleChoiceField):
    def label_from_instance(self, obj: Incarico) -> str:
        return in_parole(obj)


class SostituzioneForm(ConRifiuti):
    """Which incarichi of who is absent, who holds them meanwhile, for which days."""

    incarichi = IncarichiField(
        queryset=None,
        label="Incarichi da affidare",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Scegli almeno un incarico."},
    )
    sostituto: "forms.ModelChoiceField[Persona]" = forms.ModelChoiceField(
        queryset=None,
        label="Chi sostituisce",
        empty_label="Scegli",
        error_messages={"required": "Scegli chi sostituisce."},
    )
    dal = Giorno(label="Dal", manca="Scrivi il primo giorno.")
    al = Giorno(
        label="Fino al",
        manca="Scrivi l’ultimo giorno: finito quello, l’incarico torna.",
        help_text="L’ultimo giorno è compreso: a mezzanotte l’incarico torna al titolare.",
    )
    atto = forms.CharField(
        label="Atto",
        max_length=200,
        help_text=ATTO_ESEMPIO,
        error_messages={"required": "Scrivi l’atto che affida la sostituzione."},
    )

    def __init__(self, *args: Any, titolare: Persona, oggi: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        da_affidare = sostituibili(titolare, oggi)
        self.fields["incarichi"].queryset = da_affidare
        self.fields["sostituto"].queryset = scelte.colleghi_di(titolare)
