"""The value of an item, as a request or a form writes it, read as a title: or what is wrong."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final

from cpia.norme.rules.motivi import Violazione
from selezioni_pon.enums import TipoVoce
from selezioni_pon.rules.cifre import in_cifre
from selezioni_pon.rules.griglia.campi import PERTINENTE, PERTINENTI, Campi
from selezioni_pon.rules.griglia.modello import Scala, Voce
from selezioni_pon.rules.griglia.titoli import NULLA, Titolo


def titolo_da(voce: Voce, valore: object) -> Titolo | tuple[Violazione, ...]:
    """The title that a value of JSON says, or the faults of the value, in Italian.

    By kind of the item: ``true``; ``{"voto": 110, "lode": true, "su": 110}``; a whole number;
    ``{"semestrali": 1, "annuali": 2}``, or one word where only one title counts; a word in upper
    or lower case; the points given (``4`` or ``"4.5"``). Beside, where the item has it,
    ``"pertinente": true`` (for units all of them), or how many: ``{"quanti": 3, "pertinenti": 2}``.
    The ``campo`` of a fault is the key inside the value, empty for the whole.
    """
    campi = Campi(voce, valore)
    titolo = LETTURE[voce.tipo](campi)
    return tuple(campi.guasti) or titolo


def _si_no(campi: Campi) -> Titolo:
    campi.solo("posseduto")
    # Who says that a title is in the field of the call says that it is there.
    quanti = int(
        campi.vero("posseduto") if campi.ha("posseduto") or not campi.ha(PERTINENTE) else True
    )
    return Titolo(campi.voce.numero, Fraction(quanti), pertinenti=campi.pertinenti(quanti))


def _voto(campi: Campi) -> Titolo:
    voce = campi.voce
    if not campi.composto:
        campi.guasto("voto_mancante", 'Serve il voto, per esempio {"voto": 100}.')
        return Titolo(voce.numero)
    campi.solo("voto", "lode", "su")
    scala = voce.scala(campi.intero("su") if campi.ha("su") else None)
    if scala is None:
        ammesse = " o ".join(str(una.su) for una in voce.scale)
        campi.guasto("scala_ignota", f"Il voto di questa voce è su {ammesse}.", "su")
        return Titolo(voce.numero)
    voto, lode = _entro(campi, scala), campi.ha("lode") and campi.vero("lode")
    if lode and voto is not None and voto < scala.su:
        testo = f"La lode è solo con il voto pieno: {voto} è meno di {scala.su}."
        campi.guasto("lode_senza_voto_pieno", testo, "lode")
    return Titolo(
        voce.numero,
        voto=None if voto is None else Fraction(voto),
        su=scala.su,
        lode=lode,
        pertinenti=campi.pertinenti(1),
    )


def _entro(campi: Campi, scala: Scala) -> int | None:
    """The mark, None where it is not a mark of the scale."""
    voto = campi.di("voto")
    intero = isinstance(voto, int) and not isinstance(voto, bool)
    if isinstance(voto, int) and intero and scala.minimo <= voto <= scala.su:
        return voto
    detto = "manca" if voto is None else f"{voto} è fuori dalla scala"
    testo = f"Il voto è un numero intero da {scala.minimo} a {scala.su}: {detto}."
    campi.guasto("voto_fuori_scala", testo, "voto")
    return None


def _unita(campi: Campi) -> Titolo:
    campi.solo("quanti", *_quanti_pertinenti(campi))
    quanti = campi.intero("quanti")
    return Titolo(campi.voce.numero, Fraction(quanti), pertinenti=campi.pertinenti(quanti))


def _durate(campi: Campi) -> Titolo:
    """How many of each length; where one title counts, also its word alone (``"annuale"``)."""
    voce = campi.voce
    parole, singolari = [grado.parola for grado in voce.gradi], _singolari(voce)
    if isinstance(campi.valore, str) and singolari:
        detta = campi.valore.casefold().strip()
        parola = singolari.get(detta, detta)
        if parola in parole:
            return Titolo(voce.numero, per_grado={parola: 1})
    if not campi.composto:
        chiavi = ", ".join(f'"{parola}": 1' for parola in parole)
        testo = f"Serve quanti titoli ci sono per durata, per esempio {{{chiavi}}}."
        campi.guasto("durate_mancanti", testo)
        return Titolo(voce.numero, NULLA)
    campi.solo(*parole, *singolari, *_quanti_pertinenti(campi))
    per_grado: dict[str, int] = {}
    for chiave, parola in {**{parola: parola for parola in parole}, **singolari}.items():
        if campi.ha(chiave):
            per_grado[parola] = per_grado.get(parola, 0) + campi.intero(chiave)
    quanti = sum(per_grado.values())
    return Titolo(
        voce.numero,
        Fraction(quanti),
        per_grado=per_grado,
        pertinenti=campi.pertinenti(quanti),
    )


def _singolari(voce: Voce) -> Mapping[str, str]:
    """The singular of each length («annuale» of «annuali»), where only one title counts."""
    if voce.massimo_unita != 1:
        return {}
    parole = (grado.parola for grado in voce.gradi)
    return {f"{parola[:-1]}e": parola for parola in parole if parola.endswith("i")}


def _quanti_pertinenti(campi: Campi) -> tuple[str, ...]:
    return (PERTINENTI,) if campi.voce.pertinente is not None else ()


def _parola(campi: Campi) -> Titolo:
    campi.solo("grado")
    grado = campi.grado("grado")
    return Titolo(
        campi.voce.numero,
        grado=grado.parola if grado else "",
        pertinenti=campi.pertinenti(1),
    )


def _discrezionale(campi: Campi) -> Titolo:
    campi.solo("punti")
    dati, massimo = campi.punti("punti"), campi.voce.punti or NULLA
    if dati > massimo:
        testo = f"La commissione può dare al più {in_cifre(massimo)}: {in_cifre(dati)} è di più."
        campi.guasto("oltre_il_massimo", testo, "punti")
    return Titolo(campi.voce.numero, dati, pertinenti=campi.pertinenti(1))


LETTURE: Final[Mapping[TipoVoce, Callable[[Campi], Titolo]]] = {
    TipoVoce.SI_NO: _si_no,
    TipoVoce.VOTO: _voto,
    TipoVoce.UNITA: _unita,
    TipoVoce.DURATE: _durate,
    TipoVoce.SCELTA: _parola,
    TipoVoce.RUBRICA: _parola,
    TipoVoce.DISCREZIONALE: _discrezionale,
}
