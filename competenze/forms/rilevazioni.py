"""What segreteria and dirigente write about a campaign."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.utils import timezone

from competenze.models import Rilevazione
from competenze.queries import rilevazioni as lettura
from competenze.queries.rilevazioni import RigaAbbinamenti, StatoDelCorso
from cpia.scuola.models import AnnoScolastico, Iscrizione, Istituto

_GIORNO = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
_ORA = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
ANNI_DI_CORSO = [(1, "prime"), (2, "seconde"), (3, "terze"), (4, "quarte"), (5, "quinte")]


class RilevazioneForm(forms.Form):
    """A campaign; year, classes and framework are fixed once it exists."""

    titolo = forms.CharField(max_length=160)
    anno_di_corso = forms.TypedChoiceField(label="Classi", choices=ANNI_DI_CORSO, coerce=int)
    quadro = forms.ModelChoiceField(lettura.quadri(), label="Modello delle competenze")
    circolare = forms.CharField(
        label="Atto che la indice",
        max_length=200,
        required=False,
        help_text="Per esempio «Circolare n. 417 del 31 maggio 2024».",
    )
    inserimento_dal = forms.DateField(
        label="I docenti inseriscono dal", widget=_GIORNO, input_formats=["%Y-%m-%d", "%d/%m/%Y"]
    )
    consultazione_dal = forms.DateField(
        label="Il coordinatore consulta dal",
        widget=_GIORNO,
        input_formats=["%Y-%m-%d", "%d/%m/%Y"],
    )

    def __init__(
        self, *args: Any, istituto: Istituto, rilevazione: Rilevazione | None = None, **kw: Any
    ) -> None:
        self.istituto, self.rilevazione = istituto, rilevazione
        if rilevazione:
            campi = [*self.base_fields, "anno_scolastico"]
            kw["initial"] = {nome: getattr(rilevazione, nome) for nome in campi}
        super().__init__(*args, **kw)
        self.fields["anno_scolastico"] = forms.ModelChoiceField(
            lettura.anni_scolastici(istituto.pk), label="Anno scolastico"
        )
        self.order_fields(["titolo", "anno_scolastico"])
        if rilevazione:
            for nome in ("anno_scolastico", "anno_di_corso", "quadro"):
                self.fields[nome].disabled = True

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        inserimento, consultazione = dati.get("inserimento_dal"), dati.get("consultazione_dal")
        if inserimento and consultazione and consultazione < inserimento:
            self.add_error(
                "consultazione_dal",
                "Si consulta dopo che si è cominciato a inserire: "
                f"dal {inserimento:%d/%m/%Y} in poi.",
            )
        anno = dati.get("anno_scolastico")
        if anno and inserimento and not self._nell_anno(anno, inserimento):
            self.add_error(
                "inserimento_dal",
                f"Il giorno è fuori dall’anno scolastico {anno} (1º settembre - 31 agosto).",
            )
        if not self.rilevazione and self._esiste(dati):
            self.add_error(None, "C’è già una rilevazione per queste classi e questo modello.")
        return dati

    def _nell_anno(self, anno: AnnoScolastico, giorno: date) -> bool:
        return date(anno.inizio, 9, 1) <= giorno <= date(anno.inizio + 1, 8, 31)

    def _esiste(self, dati: dict[str, Any]) -> bool:
        chiave = {nome: dati.get(nome) for nome in ("anno_scolastico", "anno_di_corso", "quadro")}
        return all(chiave.values()) and lettura.esiste(self.istituto.pk, **chiave)

    @property
    def modificabili(self) -> dict[str, Any]:
        """What may change in a campaign that exists."""
        return {
            nome: self.cleaned_data[nome]
            for nome in ("titolo", "circolare", "inserimento_dal", "consultazione_dal")
        }


class CalendarioForm(forms.Form):
    """The hour of the scrutinio of every class, all on one page."""

    def __init__(self, *args: Any, corsi: Sequence[StatoDelCorso], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.classi = {
            f"scrutinio_{classe.rilevata.pk}": classe for corso in corsi for classe in corso.classi
        }
        for nome, classe in self.classi.items():
            scrutinio = classe.rilevata.scrutinio_il
            self.fields[nome] = forms.DateTimeField(
                label=f"Scrutinio della {classe.rilevata.classe}",
                required=False,
                widget=_ORA,
                input_formats=["%Y-%m-%dT%H:%M", "%d/%m/%Y %H:%M"],
                initial=timezone.localtime(scrutinio) if scrutinio else None,
                # Two offices may have the page open: what one did not touch stays as it is.
                show_hidden_initial=True,
            )

    def clean(self) -> dict[str, Any]:
        dati = super().clean() or {}
        for nome, classe in self.classi.items():
            scrutinio = dati.get(nome)
            dal = classe.rilevata.rilevazione.inserimento_dal
            if scrutinio and timezone.localdate(scrutinio) < dal:
                self.add_error(
                    nome, f"Lo scrutinio viene dopo l’inserimento, che si apre il {dal:%d/%m/%Y}."
                )
        return dati

    @property
    def righe(self) -> list[tuple[Any, forms.BoundField]]:
        """Each class with its field, in the order of the page."""
        return [(classe, self[nome]) for nome, classe in self.classi.items()]

    @property
    def scrutini(self) -> dict[int, datetime | None]:
        """The hours by id of the class; one not on the page, or not touched, keeps its own."""
        return {
            classe.rilevata.pk: self.cleaned_data.get(nome)
            for nome, classe in self.classi.items()
            if nome in self.data and nome in self.changed_data
        }


class AbbinamentiForm(forms.Form):
    """The table subject × competence of a course: one tick a pair, named by their two ids."""

    def __init__(self, *args: Any, righe: Sequence[RigaAbbinamenti], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._righe = righe
        self.fields["coppie"] = forms.MultipleChoiceField(
            required=False,
            choices=[
                (f"{riga.disciplina.pk}-{competenza.pk}", "")
                for riga in righe
                for competenza, _ in riga.caselle
                if riga.disciplina.lingua or not competenza.per_lingua
            ],
        )

    def clean_coppie(self) -> set[tuple[int, int]]:
        return {
            (int(disciplina), int(competenza))
            for disciplina, competenza in (
                valore.split("-") for valore in self.cleaned_data["coppie"]
            )
        }

    @property
    def righe(self) -> list[tuple[Any, list[dict[str, Any]]]]:
        """Each subject with its ticks: as typed when the form comes back, else as recorded."""
        segnate = set(self["coppie"].value()) if self.is_bound else None
        return [
            (
                riga.disciplina,
                [
                    {
                        "valore": (valore := f"{riga.disciplina.pk}-{competenza.pk}"),
                        "competenza": competenza,
                        "segnata": abbinata if segnate is None else valore in segnate,
                        "possibile": bool(riga.disciplina.lingua) or not competenza.per_lingua,
                    }
                    for competenza, abbinata in riga.caselle
                ],
            )
            for riga in self._righe
        ]


class MotivoForm(forms.Form):
    """A reason that stays among the acts."""

    motivo = forms.CharField(
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Il motivo serve: resta agli atti."},
    )

    def __init__(self, *args: Any, obbligatorio: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["motivo"].required = obbligatorio


class RigheLibereForm(forms.Form):
    """The free line of the certificate of each student of a class, all on one page."""

    def __init__(
        self, *args: Any, iscrizioni: Sequence[Iscrizione], testi: Mapping[int, str], **kw: Any
    ) -> None:
        super().__init__(*args, **kw)
        for iscrizione in iscrizioni:
            self.fields[f"riga_{iscrizione.pk}"] = forms.CharField(
                label=str(iscrizione.persona),
                required=False,
                max_length=400,
                initial=testi.get(iscrizione.pk, ""),
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    @property
    def testi(self) -> dict[int, str]:
        """What was written, by id of the iscrizione."""
        return {int(nome.removeprefix("riga_")): testo for nome, testo in self.cleaned_data.items()}
