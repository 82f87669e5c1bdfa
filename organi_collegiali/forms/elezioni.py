"""What the office writes of an election: its seats, the lists, who stands, the votes."""

from datetime import date
from typing import Any

from django import forms

from cpia.norme.forms.comuni import ConViolazioni, Giorno
from organi_collegiali.enums import Componente
from organi_collegiali.forms.comuni import PersonaField
from organi_collegiali.models import Elezione
from organi_collegiali.queries.organi.elettorato import eleggibili
from organi_collegiali.queries.organi.elezioni import Cifre, Risultati

SI_ELEGGE = [c for c in Componente if c not in (Componente.DIRIGENTE, Componente.ESTERNI)]
LISTE_MASSIME = 12


class ElezioneForm(ConViolazioni):
    """Which component votes, for how many seats, by which lists."""

    componente = forms.ChoiceField(choices=[(c.value, c.etichetta) for c in SI_ELEGGE])
    posti = forms.IntegerField(
        min_value=1, max_value=50, error_messages={"required": "Scrivi quanti se ne eleggono."}
    )
    votata_il = Giorno(label="Si è votato il", manca="Scrivi il giorno del voto.")
    dal = Giorno(label="Il mandato comincia il", manca="Scrivi il primo giorno del mandato.")
    al = Giorno(label="Il mandato finisce il", required=False)
    liste = forms.CharField(
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="Una per riga, con il suo motto. Vuoto: una lista sola di tutti gli elettori.",
    )

    def clean_liste(self) -> tuple[str, ...]:
        righe = [riga.strip() for riga in self.cleaned_data["liste"].splitlines()]
        nomi = tuple(dict.fromkeys(riga for riga in righe if riga))
        if len(nomi) > LISTE_MASSIME:
            raise forms.ValidationError(f"Le liste sono al più {LISTE_MASSIME}.")
        if any(len(nome) > 60 for nome in nomi):
            raise forms.ValidationError("Il nome di una lista ha al più 60 caratteri.")
        return nomi


class CandidatoForm(ConViolazioni):
    """Who stands, in which list."""

    persona = PersonaField(label="Candidato")
    lista = forms.ChoiceField(required=False, choices=[])

    def __init__(
        self, *args: Any, elezione: Elezione, oggi: date, cerca: str = "", **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        componente = Componente(elezione.componente)
        self.fields["persona"].fra(eleggibili(elezione.organo, componente, oggi), cerca)
        nomi = [riga.nome for riga in elezione.liste.all()]
        self.fields["lista"].choices = [(nome, nome) for nome in nomi]
        if not nomi:
            del self.fields["lista"]


class RisultatiForm(forms.Form):
    """The votes of lists and candidates, with the place in the lot where one was drawn."""

    def __init__(self, *args: Any, elezione: Elezione, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.elezione = elezione
        self.righe: dict[str, list[Any]] = {"lista": [], "chi": []}
        for lista in elezione.liste.all():
            self._cifre("lista", lista)
        for candidatura in elezione.candidature.all():
            self._cifre("chi", candidatura)

    def _cifre(self, che_cosa: str, riga: Any) -> None:
        self.righe[che_cosa].append(riga)
        self.fields[f"{che_cosa}-{riga.pk}-voti"] = _numero(riga.voti, f"Voti: {_nome(riga)}")
        self.fields[f"{che_cosa}-{riga.pk}-sorteggio"] = _numero(
            riga.sorteggio, f"Posto estratto a sorte: {_nome(riga)}", minimo=1
        )

    def voci(self, che_cosa: str) -> list[tuple[Any, Any, Any]]:
        """The rows of the table: list or candidate, votes, place in the lot."""
        return [
            (riga, self[f"{che_cosa}-{riga.pk}-voti"], self[f"{che_cosa}-{riga.pk}-sorteggio"])
            for riga in self.righe[che_cosa]
        ]

    @property
    def con_sorteggio(self) -> bool:
        """Whether the lot has a column: where none was drawn, who reads the result needs none."""
        estratti = any(riga.sorteggio for righe in self.righe.values() for riga in righe)
        return estratti or self.elezione.proclamata_il is None

    @property
    def voci_liste(self) -> list[tuple[Any, Any, Any]]:
        return self.voci("lista")

    @property
    def voci_candidati(self) -> list[tuple[Any, Any, Any]]:
        return self.voci("chi")

    @property
    def risultati(self) -> Risultati:
        """What was typed, as the act takes it; an empty vote is none."""
        return Risultati(self._lette("lista"), self._lette("chi"))

    def _lette(self, che_cosa: str) -> dict[int, Cifre]:
        dati = self.cleaned_data
        return {
            riga.pk: Cifre(
                dati.get(f"{che_cosa}-{riga.pk}-voti") or 0,
                dati.get(f"{che_cosa}-{riga.pk}-sorteggio"),
            )
            for riga in self.righe[che_cosa]
        }


def _nome(riga: Any) -> str:
    return str(getattr(riga, "persona", riga))


def _numero(iniziale: int | None, etichetta: str, minimo: int = 0) -> forms.IntegerField:
    return forms.IntegerField(
        label=etichetta,
        required=False,
        min_value=minimo,
        max_value=100_000,
        initial=iniziale,
        error_messages={"invalid": "Scrivi un numero intero."},
    )


class ProclamazioneForm(ConViolazioni):
    """The minutes of the electoral board."""

    atto = forms.CharField(
        label="Verbale del seggio", max_length=200,
        help_text="Per esempio: verbale n. 3 della commissione elettorale.",
        error_messages={"required": "Scrivi il verbale da cui risulta la proclamazione."},
    )  # fmt: skip
