"""What is typed of a dossier: papers brought, the request, valuations, the certificate."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from django import forms

from cpia.norme.forms.comuni import ConViolazioni, Giorno
from cpia.norme.forms.versione import VERSIONE_MASSIMA
from cpia.scuola.parole import con_maiuscola
from organi_collegiali.models import Delibera
from patto_formativo.documents.parole import delibera_detta
from patto_formativo.enums import EsitoProva, Natura, TipoProva
from patto_formativo.forms.campi_dossier import (
    CartaField,
    ChiaveField,
    Ore,
    nuova_chiave,
)
from patto_formativo.models import Evidenza
from patto_formativo.rules.crediti.ammissione import prove_ammesse
from patto_formativo.rules.misure import in_cifre
from patto_formativo.services.dossier import DatiMiei, DatiValutazione
from patto_formativo.services.dossier.valutazione import ATTIVITA


class MiaForm(forms.Form):
    """A paper that an adult brings, with plain words."""

    titolo = forms.CharField(
        label="Che cosa è?",
        max_length=200,
        help_text="Per esempio: diploma, corso di italiano, lavoro come magazziniere.",
        error_messages={
            "required": "Scrivi che cosa è.",
            "max_length": "È troppo lungo: al più 200 lettere.",
        },
    )
    ente = forms.CharField(
        label="Chi te lo ha dato?",
        required=False,
        max_length=160,
        help_text="La scuola, l’ente, il datore di lavoro. Se non lo sai, lascia vuoto.",
        error_messages={"max_length": "È troppo lungo: al più 160 lettere."},
    )
    file = CartaField(label="La foto o il file")
    chiave = ChiaveField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["chiave"] = nuova_chiave()

    @property
    def dati(self) -> DatiMiei:
        """What the service takes."""
        puliti = self.cleaned_data
        return DatiMiei(puliti["titolo"], puliti["ente"], puliti["file"])


class RichiestaForm(ConViolazioni):
    """The day on which the recognition was asked for."""

    giorno = Giorno(label="Giorno della richiesta", manca="Scrivi il giorno della richiesta.")


class VersioneForm(forms.Form):
    """The version of the dossier that was read."""

    versione = forms.IntegerField(required=False, max_value=VERSIONE_MASSIMA)


class ValutazioneForm(ConViolazioni):
    """How a piece of evidence was ascertained, and what came out."""

    prova = forms.ChoiceField(
        label="Come si è accertata",
        error_messages={"required": "Scegli come si è accertata."},
    )
    esito = forms.ChoiceField(
        label="Esito",
        widget=forms.RadioSelect,
        choices=[(esito.value, con_maiuscola(esito.etichetta)) for esito in EsitoProva],
        error_messages={"required": "Scegli l’esito."},
    )
    osservazioni = forms.CharField(
        label="Osservazioni",
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": "Sono %(show_value)d caratteri: al più sono 400."},
    )
    versione = forms.IntegerField(
        widget=forms.HiddenInput, required=False, max_value=VERSIONE_MASSIMA
    )

    def __init__(self, *args: Any, evidenza: Evidenza, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        ammesse = prove_ammesse(Natura(evidenza.natura))
        self.fields["prova"].choices = [
            *([] if len(ammesse) == 1 else [("", "Scegli")]),
            *((prova.value, con_maiuscola(prova.etichetta)) for prova in ammesse),
        ]
        for codice, ore in _ore_di(evidenza).items():
            etichetta = "Ore di attività" if codice == ATTIVITA else codice
            self.fields[f"ore-{codice}"] = Ore(label=f"{etichetta}, di {in_cifre(Fraction(ore))}")

    @property
    def campi_ore(self) -> list[forms.BoundField]:
        """The hours of the part that was passed."""
        return [self[nome] for nome in self.fields if nome.startswith("ore-")]

    @property
    def dati(self) -> DatiValutazione:
        """What the service takes."""
        puliti = self.cleaned_data
        esito = EsitoProva(puliti["esito"])
        accertate = {
            nome.removeprefix("ore-"): ore
            for nome, ore in puliti.items()
            if nome.startswith("ore-") and ore
        }
        return DatiValutazione(
            prova=TipoProva(puliti["prova"]),
            esito=esito,
            osservazioni=puliti["osservazioni"],
            accertate=accertate if esito == EsitoProva.PARZIALE else None,
        )


def _ore_di(evidenza: Evidenza) -> Mapping[str, Any]:
    if evidenza.ore_attivita is not None:
        return {ATTIVITA: evidenza.ore_attivita}
    return dict(evidenza.richieste)


class SceltaDelibera(forms.ModelChoiceField):
    """A deliberation by its number, its day and its organ."""

    def label_from_instance(self, obj: Delibera) -> str:
        return delibera_detta(obj)


class CertificatoForm(ConViolazioni):
    """The deliberation that the certificate stands on: one of the portal, or its words and day."""

    delibera = SceltaDelibera(
        None,
        label="Delibera della sezione o della Commissione",
        required=False,
        empty_label="Non è nel portale: scrivo numero e giorno",
        error_messages={"invalid_choice": "Scegli una delibera dell’elenco."},
    )
    estremi = forms.CharField(
        label="Numero e organo, se non è nel portale", max_length=160, required=False,
        help_text="Per esempio: n. 4, Sezione di Sant’Anastasia.",
    )  # fmt: skip
    deliberata_il = Giorno(label="Giorno della delibera", required=False)
    versione = forms.IntegerField(
        widget=forms.HiddenInput, required=False, max_value=VERSIONE_MASSIMA
    )
    riletto = forms.BooleanField(error_messages={"required": "Metti la spunta: ho riletto."})

    def __init__(self, *args: Any, delibere: Iterable[Delibera], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["delibera"].queryset = delibere
