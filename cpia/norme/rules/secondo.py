"""Terms whose length a regulation sets: the length's own source opens the reasons."""

from dataclasses import replace
from datetime import date

from cpia.norme.rules.calendario import Calendario
from cpia.norme.rules.catalogo import chiave_nota
from cpia.norme.rules.computo import Termine
from cpia.norme.rules.misure import Durata
from cpia.norme.rules.motivi import Motivo
from cpia.norme.rules.parametri import Valore
from cpia.norme.rules.termini import CALENDARIO_COMUNE, entro, prima_di


def durata_di(valore: Valore) -> Durata:
    """The length that a parameter sets; a whole number counts days.

    Raises TypeError for a parameter that is no length.
    """
    if isinstance(valore.valore, int) and not isinstance(valore.valore, bool):
        return Durata(valore.valore)
    return valore.come(Durata)


def prima_di_secondo(
    evento: date,
    valore: Valore,
    *,
    anticipa: bool = False,
    calendario: Calendario = CALENDARIO_COMUNE,
) -> Termine:
    """The last day in time before ``evento``, by the length that the parameter sets."""
    termine = prima_di(evento, durata_di(valore), anticipa=anticipa, calendario=calendario)
    return _con_fonte(termine, valore)


def entro_secondo(
    dal: date,
    valore: Valore,
    *,
    proroga: bool = True,
    calendario: Calendario = CALENDARIO_COMUNE,
) -> Termine:
    """The end of a term that runs from ``dal``, by the length that the parameter sets."""
    termine = entro(dal, durata_di(valore), proroga=proroga, calendario=calendario)
    return _con_fonte(termine, valore)


def _con_fonte(termine: Termine, valore: Valore) -> Termine:
    etichetta = chiave_nota(valore.chiave).etichetta
    testo = f"{etichetta}: {durata_di(valore)}."
    if valore.in_contrasto_con:
        testo = f"{testo} Altra fonte: {valore.in_contrasto_con}"
    motivo = Motivo(valore.chiave, valore.fonte, testo)
    return replace(termine, perche=(motivo, *termine.perche))
