"""A call as it is typed: a draft may lack anything, what lacks is said beside it."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from django import forms
from django.db.models import QuerySet
from django.utils.timezone import localtime

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.models import Persona
from selezioni_pon.forms.avviso_campi import ConCampiAvviso
from selezioni_pon.models import Avviso, Griglia
from selezioni_pon.rules.codici import LUNGHEZZA_CIG, pulito, verifica_cig
from selezioni_pon.rules.termine import FINE_GIORNATA, chiusura
from selezioni_pon.services.avvisi import DatiAvviso

# The names of the rules, where the page has others.
AL_CAMPO: Final = {"chiude": "giorno", "scade": "giorno", "compenso": "compenso_minimo"}
RUOLO_FERMO: Final = "Un avviso di questa selezione è già stato pubblicato: il ruolo resta questo."
IN_PARTI: Final = {
    "Il lavoro": (
        "ruolo", "posti", "ore", "dal", "al", "luogo", "ordine_scolastico", "sospensioni",
    ),
    "Il compenso": ("compenso_minimo", "compenso_massimo", "pagamento", "trattamento", "cig"),
    "Chi partecipa e come si valuta": ("titoli_di_studio", "griglia"),
    "La domanda": ("giorno", "ora", "urgenza", "come_si_presenta"),
    "Dopo": ("responsabile", "reclamo_giorni"),
}  # fmt: skip


class AvvisoForm(ConCampiAvviso):
    """A draft over its row: what was typed, by field and by column."""

    AZIONI = ("scrive avviso di selezione", "prepara avviso di selezione")

    def __init__(
        self,
        *args: Any,
        griglie: QuerySet[Griglia],
        responsabili: QuerySet[Persona],
        reclamo: Iterable[tuple[str, str]],
        ruolo_fermo: bool = False,
        **altro: Any,
    ) -> None:
        super().__init__(*args, **altro)
        self.fields["griglia"].queryset = griglie
        self.fields["responsabile"].queryset = responsabili
        self.fields["reclamo_giorni"].choices = list(reclamo)
        if ruolo_fermo:
            self.fields["ruolo"].disabled = True
            self.fields["ruolo"].help_text = RUOLO_FERMO

    def attuali(self, riga: Avviso) -> dict[str, Any]:
        diversi = {"versione", "ruolo", "griglia", "responsabile", "giorno", "ora"}
        detti = {nome: getattr(riga, nome) for nome in self.base_fields if nome not in diversi}
        scade = localtime(riga.scade) if riga.scade else None
        a_fine_giornata = scade is not None and scade.time() == FINE_GIORNATA
        return detti | {
            "ruolo": riga.selezione.ruolo,
            "reclamo_giorni": str(riga.reclamo_giorni or ""),
            "griglia": riga.griglia_id,
            "responsabile": riga.responsabile_id,
            "giorno": scade and scade.date(),
            "ora": None if scade is None or a_fine_giornata else scade.time(),
        }

    @property
    def parti(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The fields as the page shows them."""
        return [(titolo, [self[nome] for nome in nomi]) for titolo, nomi in IN_PARTI.items()]

    def clean_cig(self) -> str:
        """A code that does not even fit is refused here; one of the right length is judged."""
        cig = pulito(self.cleaned_data["cig"])
        if len(cig) > LUNGHEZZA_CIG:
            raise forms.ValidationError([v.testo for v in verifica_cig(cig)])
        return cig

    def riporta(self, violazioni: Iterable[Violazione]) -> None:
        """What speaks against the term is at its day, against the pay at its first figure."""
        super().riporta(
            replace(una, campo=AL_CAMPO.get(una.campo, una.campo)) for una in violazioni
        )

    @property
    def leggibili(self) -> dict[str, Any]:
        """What was typed without a mistake, by the columns of the row."""
        puliti = self.scritti
        giorno, ora = puliti.pop("giorno", None), puliti.pop("ora", None)
        if not {"giorno", "ora"} & set(self.errors):
            puliti["scade"] = _scade(giorno, ora)
        return puliti

    @property
    def dati(self) -> DatiAvviso:
        """What the service takes."""
        puliti = self.leggibili
        griglia, chi = puliti.pop("griglia"), puliti.pop("responsabile")
        return DatiAvviso(
            **puliti, griglia_id=griglia and griglia.pk, responsabile_id=chi and chi.pk
        )


def _scade(giorno: Any, ora: Any) -> datetime | None:
    return chiusura(giorno, ora or FINE_GIORNATA) if giorno else None
