"""What the office writes on the pages of the passage."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms

from cpia.scuola.anno.queries import anni
from cpia.scuola.anno.queries.lettura import Lettura
from cpia.scuola.anno.rules.classi import Sorte, VoceClasse
from cpia.scuola.anno.rules.esiti import StudenteLetto
from cpia.scuola.anno.services import Decisione
from cpia.scuola.enums import Esito, ModoDocenti
from cpia.scuola.models import Istituto

_GIORNO = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
BREVI = {
    "": "da decidere",
    Esito.AMMESSO.value: "ammesso",
    Esito.NON_AMMESSO.value: "ripete",
    Esito.CONCLUDE.value: "conclude",
    Esito.LASCIA.value: "lascia",
}


class ClassiForm(forms.Form):
    """Which of the proposed classes are made."""

    def __init__(self, *args: Any, voci: Iterable[VoceClasse], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["chiavi"] = forms.MultipleChoiceField(
            choices=[(v.chiave, v.detta) for v in voci if v.sorte == Sorte.NUOVA],
            error_messages={
                "required": "Nessuna classe scelta: segna quelle da creare.",
                "invalid_choice": "Una classe scelta non è fra quelle da creare.",
            },
        )


class ClasseForm(forms.Form):
    """One class of the new year, made by hand."""

    anno_di_corso = forms.IntegerField(label="Anno di corso", min_value=1, max_value=5)
    sezione = forms.RegexField(
        r"^[A-Za-z0-9]{1,4}$",
        label="Sezione",
        max_length=4,
        error_messages={"invalid": "Da una a quattro lettere o cifre, per esempio B."},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args: Any, istituto: Istituto, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["corso"] = forms.ModelChoiceField(anni.corsi(istituto), label="Corso")
        self.fields["sede"] = forms.ModelChoiceField(anni.sedi(istituto), label="Sede")
        self.order_fields(["corso", "anno_di_corso", "sezione", "sede"])


@dataclass(frozen=True, slots=True)
class RigaEsito:
    """A student with the fields of the outcome."""

    studente: StudenteLetto
    esito: forms.BoundField
    arrivo: forms.BoundField
    giorno: forms.BoundField
    errori: list[str]


class EsitiForm(forms.Form):
    """The outcomes of some students, all on one page; who has passed already is not asked."""

    def __init__(
        self, *args: Any, studenti: Sequence[StudenteLetto], lettura: Lettura, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.lettura = lettura
        self.studenti = [studente for studente in studenti if not studente.passato]
        arrivi = [("", "la solita"), *((c.id, c.detta) for c in lettura.nuove)]
        for studente in self.studenti:
            self._campi(studente, arrivi)

    def _campi(self, studente: StudenteLetto, arrivi: list[tuple[Any, str]]) -> None:
        pk = studente.iscrizione_id
        self.fields[f"esito_{pk}"] = forms.ChoiceField(
            label=f"Esito di {studente.nome}",
            required=False,
            choices=[
                (valore, testo)
                for valore, testo in BREVI.items()
                if not (valore == Esito.AMMESSO and studente.classe.ultima)
            ],
            initial=studente.esito,
            widget=forms.RadioSelect,
        )
        self.fields[f"arrivo_{pk}"] = forms.TypedChoiceField(
            label=f"Classe di arrivo di {studente.nome}",
            required=False,
            choices=arrivi,
            coerce=int,
            empty_value=None,
            initial=studente.arrivo_id,
        )
        self.fields[f"giorno_{pk}"] = forms.DateField(
            label=f"Ultimo giorno di {studente.nome}",
            required=False,
            widget=_GIORNO,
            input_formats=["%Y-%m-%d", "%d/%m/%Y"],
            initial=studente.ultimo_giorno,
        )

    def rifiuta(self, per_iscrizione: dict[int, str]) -> None:
        """Put the reason of a refusal at its student."""
        for pk, motivo in per_iscrizione.items():
            if f"esito_{pk}" in self.fields:
                self.add_error(f"esito_{pk}", motivo)

    @property
    def righe(self) -> list[RigaEsito]:
        """Each student with the own fields, in the order of the page."""
        return [self._riga(studente) for studente in self.studenti]

    def _riga(self, studente: StudenteLetto) -> RigaEsito:
        pk = studente.iscrizione_id
        esito, arrivo, giorno = self[f"esito_{pk}"], self[f"arrivo_{pk}"], self[f"giorno_{pk}"]
        errori = [errore for campo in (esito, arrivo, giorno) for errore in campo.errors]
        return RigaEsito(studente, esito, arrivo, giorno, errori)

    @property
    def decisioni(self) -> dict[int, Decisione]:
        """What was decided, by iscrizione; a student who is not in the request keeps the own.

        Class and day count only for the outcomes to which they belong, so that changing one's mind
        leaves nothing behind.
        """
        return {
            studente.iscrizione_id: self._decisione(studente.iscrizione_id)
            for studente in self.studenti
            if f"esito_{studente.iscrizione_id}" in self.data
        }

    def _decisione(self, pk: int) -> Decisione:
        esito = self.cleaned_data[f"esito_{pk}"]
        prosegue = esito in {Esito.AMMESSO, Esito.NON_AMMESSO}
        return Decisione(
            esito,
            self.cleaned_data[f"arrivo_{pk}"] if prosegue else None,
            self.cleaned_data[f"giorno_{pk}"] if esito == Esito.LASCIA else None,
        )


class CopieForm(forms.Form):
    """What is copied of one class, or of the offices: the ticks that are on the page."""

    def __init__(self, *args: Any, chiavi: Sequence[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.chiavi = frozenset(chiavi)
        self.fields["copia"] = forms.MultipleChoiceField(
            required=False,
            choices=[(chiave, chiave) for chiave in chiavi],
            error_messages={"invalid_choice": "Una delle scelte non è fra quelle proposte."},
        )

    @property
    def aggiunte(self) -> set[str]:
        return set(self.cleaned_data["copia"])

    @property
    def tolte(self) -> set[str]:
        return set(self.chiavi - self.aggiunte)


class ModoForm(forms.Form):
    """Whether teachers follow their class or stay on the year of course."""

    docenti = forms.ChoiceField(label="I docenti", choices=ModoDocenti.choices)
