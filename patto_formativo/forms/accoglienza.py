"""What is typed in the welcome: whom to give to which tutor, meetings, proofs, help."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django import forms

from cpia.norme.enums import Voce
from cpia.norme.forms.comuni import ConViolazioni, Giorno
from cpia.norme.forms.versione import ConVersione
from cpia.scuola.models import Persona
from cpia.scuola.parole import con_maiuscola, plurale
from patto_formativo.enums import EsitoProva, Fase, TipoProva
from patto_formativo.models import Corsista, Incontro, Prova
from patto_formativo.rules.intervista import RISPOSTA_MASSIMA
from patto_formativo.rules.misure import scritte
from patto_formativo.rules.sostegno import PercheOre, Sostegno
from patto_formativo.services.accoglienza.incontri import DatiIncontro
from patto_formativo.services.accoglienza.prove import DatiProva

SCEGLI = ("", "Scegli")
# Those of the welcome; the others ascertain a piece of evidence of the dossier.
DELL_ACCOGLIENZA = (
    TipoProva.COLLOQUIO, TipoProva.LITERACY, TipoProva.NUMERACY, TipoProva.DISCIPLINARE,
    TipoProva.PRATICA,
)  # fmt: skip


def _voci(voci: Iterable[Voce]) -> list[tuple[str, str]]:
    return [(voce.value, con_maiuscola(voce.etichetta)) for voce in voci]


class Corsisti(forms.TypedMultipleChoiceField):
    """Some of these persons, by a box beside each."""

    def __init__(self, **altro: Any) -> None:
        super().__init__(
            coerce=int,
            label="Corsisti",
            widget=forms.CheckboxSelectMultiple,
            error_messages={
                "required": "Scegli almeno una persona.",
                "invalid_choice": "Una delle persone scelte non è fra quelle che segui.",
            },
            **altro,
        )

    def fra(self, corsisti: Iterable[Corsista]) -> None:
        """Choose among these."""
        self.choices = [(c.pk, str(c.persona)) for c in corsisti]


class TutorForm(ConViolazioni):
    """Who follows whom."""

    tutor = forms.TypedChoiceField(
        label="Tutor", coerce=int,
        error_messages={"required": "Scegli il tutor.", "invalid_choice": "Scegli un tutor."},
    )  # fmt: skip
    corsisti = Corsisti()

    def __init__(
        self,
        *args: Any,
        corsisti: Iterable[Corsista],
        tutor: Iterable[tuple[Persona, int]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["corsisti"].fra(corsisti)
        self.fields["tutor"].choices = [SCEGLI, *((t.pk, _con_carico(t, n)) for t, n in tutor)]


def _con_carico(tutor: Persona, quanti: int) -> str:
    return f"{tutor}: {plurale(quanti, 'corsista', 'corsisti', 'ancora nessuno')}"


class IncontroForm(ConVersione):
    """A meeting that was held; its phase comes with the address."""

    AZIONI = ("corregge incontro",)

    giorno = Giorno(label="Giorno", manca="Scrivi il giorno.")
    dalle = forms.TimeField(
        label="Ora di inizio", required=False,
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
        error_messages={"invalid": "Scrivi l’ora come 16:30."},
    )  # fmt: skip
    ore = forms.DecimalField(
        label="Ore", max_digits=4, decimal_places=2, min_value=Decimal("0.25"), max_value=12,
        help_text="A quarti: 1, 1,5, 2,25.", localize=True,
        error_messages={
            "required": "Scrivi quante ore.", "invalid": "Scrivi le ore come 1,5.",
            "min_value": "Le ore vanno da un quarto a 12.",
            "max_value": "Le ore vanno da un quarto a 12.",
        },
    )  # fmt: skip
    argomento = forms.CharField(
        label="Che cosa si è fatto", max_length=300, required=False,
        help_text="Per esempio: offerta formativa, crediti, documenti da portare.",
    )  # fmt: skip
    corsisti = Corsisti()

    def __init__(self, *args: Any, corsisti: Iterable[Corsista], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["corsisti"].fra(corsisti)

    def attuali(self, riga: Incontro) -> dict[str, Any]:
        """What a meeting says."""
        return iniziali_incontro(riga)

    def dati(self, fase: Fase) -> DatiIncontro:
        """What was typed, as the act takes it."""
        scritti = self.cleaned_data
        return DatiIncontro(
            fase=fase, giorno=scritti["giorno"], dalle=scritti["dalle"], ore=scritti["ore"],
            corsisti=tuple(scritti["corsisti"]), argomento=scritti["argomento"],
        )  # fmt: skip


def iniziali_incontro(incontro: Incontro) -> dict[str, Any]:
    """What a meeting says, to be corrected."""
    return {
        "versione": incontro.versione, "giorno": incontro.giorno, "dalle": incontro.dalle,
        "ore": Decimal(scritte(incontro.ore)),
        "argomento": incontro.argomento,
        "corsisti": list(incontro.presenze.values_list("corsista_id", flat=True)),
    }  # fmt: skip


class ProvaForm(ConViolazioni):
    """A proof with its outcome."""

    tipo = forms.ChoiceField(
        label="Prova", choices=[SCEGLI, *_voci(DELL_ACCOGLIENZA)],
        error_messages={"required": "Scegli quale prova.", "invalid_choice": "Scegli la prova."},
    )  # fmt: skip
    materia = forms.CharField(
        label="Ambito o disciplina", max_length=120, required=False,
        help_text="Per una prova disciplinare: matematica, inglese, scienze.",
    )  # fmt: skip
    giorno = Giorno(label="Giorno", manca="Scrivi il giorno.")
    esito = forms.ChoiceField(
        label="Esito", choices=_voci(EsitoProva), widget=forms.RadioSelect,
        error_messages={"required": "Scegli l’esito.", "invalid_choice": "Scegli l’esito."},
    )  # fmt: skip
    punteggio = forms.CharField(
        label="Punteggio", max_length=40, required=False, help_text="Se c’è: 18 su 30."
    )
    osservazioni = forms.CharField(
        label="Punti di forza e di debolezza", max_length=600, required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )  # fmt: skip

    @property
    def dati(self) -> DatiProva:
        """What was typed, as the act takes it."""
        scritti = self.cleaned_data
        return DatiProva(
            **scritti | {"tipo": TipoProva(scritti["tipo"]), "esito": EsitoProva(scritti["esito"])}
        )


def iniziali_prova(prova: Prova) -> dict[str, Any]:
    """What a proof says, to be corrected."""
    return {nome: getattr(prova, nome) for nome in ProvaForm.base_fields}


class SostegnoForm(ConViolazioni):
    """What helps with Italian."""

    sostegno = forms.ChoiceField(
        label="Che cosa serve", required=False, widget=forms.RadioSelect,
        choices=[("", "Niente"), *_voci(Sostegno)],
    )  # fmt: skip
    dettaglio = forms.CharField(
        label="Quale, quando, con chi", max_length=120, required=False,
        help_text="Per esempio: gruppo A2 del martedì; mediatrice di lingua araba.",
    )  # fmt: skip


class OreInPiuForm(ConViolazioni):
    """Hours more than those of the path, with the reason."""

    ore_in_piu = forms.DecimalField(
        label="Ore in più", max_digits=6, decimal_places=2, min_value=0, localize=True,
        widget=forms.TextInput(attrs={"inputmode": "decimal"}),
        error_messages={
            "required": "Scrivi quante ore; 0 per nessuna.", "invalid": "Scrivi un numero.",
            "min_value": "Scrivi quante ore; 0 per nessuna.",
        },
    )  # fmt: skip
    motivo = forms.ChoiceField(
        label="Perché", required=False, widget=forms.RadioSelect, choices=_voci(PercheOre)
    )


class RispostaForm(forms.Form):
    """One answer of the interview, over the one that was read.

    ``tieni`` comes after a conflict: the version of the other text, to be replaced by this one.
    """

    risposta = forms.CharField(
        required=False, max_length=RISPOSTA_MASSIMA, strip=False,
        error_messages={"max_length": "Ha %(show_value)d caratteri: al più sono %(limit_value)d."},
    )  # fmt: skip
    versione = forms.CharField(required=False, max_length=16)
    tieni = forms.CharField(required=False, max_length=16)

    def clean_risposta(self) -> str:
        return str(self.cleaned_data["risposta"]).replace("\r\n", "\n").strip()
