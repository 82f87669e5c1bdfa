"""What the office types of who takes part."""

from typing import Any

from django import forms

from bonus_merito.models import Requisiti, Richiesta
from bonus_merito.queries.requisiti import Filtro
from bonus_merito.rules.requisiti import GIORNI_DELL_ANNO, Accertati
from cpia.norme.forms.comuni import Giorno
from cpia.norme.forms.versione import ConVersione

INTERO = {
    "invalid": "Scrivi un numero intero di giorni.",
    "min_value": "Non meno di %(limit_value)d.",
    "max_value": "Non più di %(limit_value)d.",
}


def _giorni(etichetta: str, minimo: int = 0, aiuto: str = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=etichetta, min_value=minimo, max_value=GIORNI_DELL_ANNO, help_text=aiuto,
        error_messages=INTERO | {"required": "Scrivi quanti giorni."},
    )  # fmt: skip


class RequisitiForm(ConVersione):
    """Tenure, days of the school year, the last sanction up to its end."""

    AZIONI = ("scrive requisiti del bonus",)

    di_ruolo = forms.BooleanField(label="È di ruolo", required=False, initial=True)
    giorni_lavorativi = _giorni("Giorni di lavoro dell’anno", 1)
    assenze = _giorni("Giorni di assenza", aiuto="Per qualunque motivo.")
    congedi = _giorni("di cui congedi", aiuto="Maternità, paternità e parentale.")
    sanzione_il = Giorno(
        label="Ultima sanzione fino alla fine dell’anno scolastico", required=False,
        help_text="Quella disciplinare più recente, fino al 31 agosto. Vuoto se non ce ne sono.",
    )  # fmt: skip
    atto_sanzione = forms.CharField(label="Atto della sanzione", max_length=160, required=False)

    @property
    def dati(self) -> Accertati:
        """What the service takes."""
        return Accertati(**self.scritti)

    def in_prova(self, richiesta: Richiesta) -> Requisiti | None:
        """What is typed as a row that is not kept; None while it does not hold together."""
        if not self.is_valid():
            return None
        dati = self.scritti
        if not dati["congedi"] <= dati["assenze"] <= dati["giorni_lavorativi"]:
            return None
        return Requisiti(
            istituto_id=richiesta.istituto_id, procedura=richiesta.procedura,
            persona=richiesta.persona, **dati,
        )  # fmt: skip


def iniziali(requisiti: Requisiti | None) -> dict[str, Any]:
    """What the form shows of what is kept, or of nothing yet."""
    if requisiti is None:
        return {"di_ruolo": True, "assenze": 0, "congedi": 0, "versione": 0}
    nomi = [*RequisitiForm.base_fields]
    return {nome: getattr(requisiti, nome) for nome in nomi}


def filtro_scelto(valore: str) -> Filtro:
    """The filter of the address; all of them for a word that is none."""
    return Filtro(valore) if valore in set(Filtro) else Filtro.TUTTI
