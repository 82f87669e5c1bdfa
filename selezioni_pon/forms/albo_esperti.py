"""What an expert says to be in the register, and what the school decides of it."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms

from cpia.norme.forms.comuni import ConViolazioni, Giorno
from cpia.norme.forms.versione import ConVersione
from cpia.scuola.parole import plurale
from selezioni_pon.forms.atti import MOTIVO_MASSIMO, RILEGGI
from selezioni_pon.forms.campi import TestoLungo
from selezioni_pon.models import IscrizioneEsperto
from selezioni_pon.queries.albo_esperti.elenchi import distinti
from selezioni_pon.rules.albo_passi import Richiesta

SCEGLI = "Scegli chi chiede."
SETTORE_LUNGO = 80


class SettoriField(forms.CharField):
    """Activities, one a line, each once."""

    def __init__(self, **altro: Any) -> None:
        super().__init__(
            widget=forms.Textarea(attrs={"rows": 3}), max_length=800, required=False, **altro
        )

    def clean(self, value: Any) -> list[str]:
        righe = [" ".join(riga.split()) for riga in super().clean(value).splitlines()]
        if any(len(riga) > SETTORE_LUNGO for riga in righe):
            raise forms.ValidationError(f"Un settore ha al più {SETTORE_LUNGO} caratteri.")
        return distinti([[riga for riga in righe if riga]])

    def prepare_value(self, value: Any) -> Any:
        """A line each; what was typed stays as it is."""
        return "\n".join(value) if isinstance(value, list) else value


class RichiestaForm(ConViolazioni):
    """For which activities, with which competence, for whom one works."""

    settori = SettoriField(label="Settori", help_text="Uno per riga: per esempio Musica, Teatro.")
    competenza = TestoLungo(
        label="Specializzazione o esperienza", required=False, max_length=2000,
        help_text="Il titolo universitario legato all’attività; per arte, spettacolo, mestieri e "
        "professioni con un albo, anche l’esperienza.",
    )  # fmt: skip
    dipendente_di = forms.CharField(
        label="Se lavori per una pubblica amministrazione, quale", required=False, max_length=200
    )
    docente_di_altra_scuola = forms.BooleanField(
        label="Insegno in un’altra scuola statale", required=False
    )
    cooperativa = forms.CharField(
        label="Se lavori solo attraverso una cooperativa, quale", required=False, max_length=200
    )
    dichiaro = forms.BooleanField(
        label="Ho i requisiti dell’art. 3 c. 2 del regolamento: cittadinanza italiana o "
        "dell’Unione europea, diritti civili e politici, nessuna condanna, nessun procedimento "
        "penale. Quello che ho scritto è vero (D.P.R. 445/2000, artt. 46, 47 e 76)",
        error_messages={"required": "Spunta la casella: senza, la richiesta non vale."},
    )

    @staticmethod
    def attuali(riga: IscrizioneEsperto) -> dict[str, Any]:
        """What was said the last time, to be said again."""
        campi = (
            "settori", "competenza", "dipendente_di", "docente_di_altra_scuola", "cooperativa",
        )  # fmt: skip
        return {campo: getattr(riga, campo) for campo in campi}

    @property
    def richiesta(self) -> Richiesta:
        """What the service takes."""
        puliti = self.cleaned_data
        return Richiesta(
            puliti["settori"], puliti["competenza"].strip(), puliti["dipendente_di"].strip(),
            puliti["docente_di_altra_scuola"], puliti["cooperativa"].strip(),
        )  # fmt: skip


class SportelloForm(RichiestaForm):
    """The same on paper, with who has signed it."""

    persona = forms.TypedChoiceField(
        label="Chi chiede", coerce=int,
        error_messages={"required": SCEGLI, "invalid_choice": SCEGLI},
    )  # fmt: skip
    dichiaro = forms.BooleanField(
        label="Sul foglio, firmato, ci sono le dichiarazioni dell’art. 3 c. 2 del regolamento",
        error_messages={"required": "Spunta la casella: senza, la richiesta non vale."},
    )
    field_order = ("persona",)

    def __init__(self, *args: Any, persone: Sequence[tuple[int, str]], **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.fields["persona"].choices = [("", "Scegli"), *persone]
        self.fields["dipendente_di"].label = "Se lavora per una pubblica amministrazione, quale"
        self.fields["docente_di_altra_scuola"].label = "Insegna in un’altra scuola statale"
        self.fields["cooperativa"].label = "Se lavora solo attraverso una cooperativa, quale"


class IscriviForm(ConVersione):
    """What was found of what was declared."""

    AZIONI = ("iscrive all’albo degli esperti", "rifiuta iscrizione all’albo degli esperti")

    requisiti = forms.BooleanField(
        label="I requisiti dichiarati sono verificati",
        error_messages={"required": "Senza la verifica dei requisiti non si iscrive."},
    )
    documenti = forms.BooleanField(
        label="La cooperativa ha dato statuto e regolarità dei contributi", required=False
    )

    def __init__(self, *args: Any, cooperativa: str, **altro: Any) -> None:
        super().__init__(*args, **altro)
        if not cooperativa:
            del self.fields["documenti"]

    def attuali(self, riga: IscrizioneEsperto) -> dict[str, Any]:
        """What is kept now."""
        return {
            "requisiti": riga.requisiti_verificati, "documenti": riga.documenti_cooperativa
        }  # fmt: skip


class CancellaForm(ConVersione):
    """Why an expert is taken out of the register."""

    AZIONI = ("cancella dall’albo degli esperti", "lascia l’albo degli esperti")

    motivo = TestoLungo(
        label="Motivo", required=True, max_length=MOTIVO_MASSIMO,
        error_messages={"required": "Scrivi il motivo."},
    )  # fmt: skip
    riletto = forms.BooleanField(label="Ho riletto", error_messages={"required": RILEGGI})

    def attuali(self, riga: IscrizioneEsperto) -> dict[str, Any]:
        """What is kept now."""
        return {"motivo": riga.motivo, "preavviso_il": riga.preavviso_il}


class RifiutaForm(CancellaForm):
    """Why a request is refused, and when it was told beforehand."""

    AZIONI = IscriviForm.AZIONI

    preavviso_il = Giorno(
        label="I motivi sono arrivati a chi ha chiesto il",
        manca="Scrivi il giorno in cui i motivi sono arrivati a chi ha chiesto.",
        help_text="Da quel giorno ha dieci giorni per rispondere.",
    )
    field_order = ("preavviso_il", "motivo", "riletto")


class AvvertiForm(ConViolazioni):
    """To the experts of which sector a call is told."""

    settore = forms.ChoiceField(
        label="Settore", widget=forms.RadioSelect,
        error_messages={
            "required": "Scegli il settore.", "invalid_choice": "Scegli un settore dell’elenco.",
        },
    )  # fmt: skip
    riletto = forms.BooleanField(label="Ho riletto l’avviso", error_messages={"required": RILEGGI})

    def __init__(self, *args: Any, settori: Mapping[str, int], **altro: Any) -> None:
        super().__init__(*args, **altro)
        self.fields["settore"].choices = [
            (nome, f"{nome}: {plurale(quanti, 'esperto', 'esperti')}")
            for nome, quanti in settori.items()
        ]
