"""The enrolments at the scuola dell’infanzia: one list final, with who waits; one provisional."""

import random
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from itertools import islice

from cpia.portale.dimostrazione import selezioni_infanzia_piano as piano
from cpia.portale.dimostrazione.nomi import NOMI_F, Anagrafe, anagrafe, persone
from cpia.portale.dimostrazione.scuola import con_accesso, istante
from cpia.portale.dimostrazione.selezioni_procedure import dirige, ufficio
from cpia.scuola.models import AnnoScolastico, Istituto, Sede
from selezioni_pon.enums import GruppoPrecedenza, StatoPosto, TipoVersione
from selezioni_pon.models import ElencoInfanzia, RigaInfanzia
from selezioni_pon.services.infanzia import (
    Adulto,
    DatiBambino,
    DatiDomanda,
    DatiElenco,
    DatiSezione,
    apri_elenco,
    forma_versione,
    registra_domanda,
    registra_rinuncia,
    scrivi_sezione,
)

Chi = tuple[Anagrafe, Adulto, tuple[str, ...]]


def atti() -> Iterator[tuple[datetime, Callable[[Istituto], object]]]:
    """The lists opened, the families one by one, the versions, who gives up."""
    yield piano.APERTI_IL, _apre
    for scuola in piano.SCUOLE:
        for posto, chi in enumerate(_chi_chiede(scuola)):
            giorno = piano.PRIMO + timedelta(days=posto // piano.AL_GIORNO)
            quando = istante(giorno, 9 + posto % piano.AL_GIORNO, 30)
            chiede = partial(_chiede, scuola=scuola, quando=quando, chi=chi)
            yield quando, partial(chiede, precedenza=None if posto else scuola.precedenza)
        if scuola.tardi:
            chi, tardi = _tardi(scuola), piano.TARDI_IL
            yield tardi, partial(_chiede, scuola=scuola, quando=tardi, chi=chi)
    yield piano.RINUNCIA_IL, _rinuncia
    for quando, scuola, entro in (
        (piano.PROVVISORIO_IL, piano.GIRASOLE, piano.OSSERVAZIONI),
        (piano.DEFINITIVO_IL, piano.GIRASOLE, None),
        (piano.AQUILONE_PROVVISORIO_IL, piano.AQUILONE, piano.AQUILONE_OSSERVAZIONI),
    ):
        yield quando, partial(_forma, scuola=scuola, quando=quando, entro=entro)


def _apre(istituto: Istituto) -> None:
    caso = random.Random(piano.MADRE.email)  # noqa: S311 -- the same on every machine
    con_accesso(istituto, piano.MADRE, caso)
    anno, _ = AnnoScolastico.objects.get_or_create(istituto=istituto, inizio=2024)
    chi = ufficio(istituto, piano.APERTI_IL)
    for scuola in piano.SCUOLE:
        sede = Sede.objects.create(istituto=istituto, nome=scuola.nome, comune="Ancona")
        elenco = apri_elenco(**chi, dati=DatiElenco(anno.pk, sede.pk, piano.ENTRO))
        for nome, gravi in scuola.sezioni:
            scrivi_sezione(
                **chi, elenco_id=elenco.pk, sezione_id=None, versione=None,
                dati=DatiSezione(nome, gravi=gravi),
            )  # fmt: skip


def _caso(scuola: piano.ScuolaInfanzia) -> random.Random:
    return random.Random(scuola.seme)  # noqa: S311 -- the same on every machine


def _chi_chiede(scuola: piano.ScuolaInfanzia) -> list[Chi]:
    """The child, who answers for it, the titles; who asks in advance comes last."""
    caso = _caso(scuola)
    bambini = list(islice(persone(caso, *piano.NATI), len(scuola.titoli)))
    chiedono: list[Chi] = [
        (chi, Adulto(chi.cognome, caso.choice(NOMI_F)), titoli)
        for chi, titoli in zip(bambini, scuola.titoli, strict=True)
    ]
    if scuola.figlio is not None:
        suo, madre = scuola.figlio, piano.MADRE
        chi = anagrafe(caso, suo.cognome, suo.nome, suo.sesso, suo.nascita)
        chiedono.insert(3, (chi, Adulto(madre.cognome, madre.nome, madre.email), suo.titoli))
    if scuola.anticipi:
        piccola = anagrafe(caso, "Sabbatini", "Emma", "F", piano.ANTICIPO_NATO)
        chiedono.append((piccola, Adulto("Sabbatini", "Noemi"), (piano.QUI,)))
    return chiedono


def _tardi(scuola: piano.ScuolaInfanzia) -> Chi:
    chi = anagrafe(_caso(scuola), "Principi", "Tommaso", "M", date(2021, 3, 30))
    return chi, Adulto("Principi", "Elisa"), (piano.QUI, piano.FRATELLI)


def _elenco(istituto: Istituto, scuola: piano.ScuolaInfanzia) -> ElencoInfanzia:
    return ElencoInfanzia.objects.get(istituto=istituto, sede__nome=scuola.nome)


def _chiede(
    istituto: Istituto,
    scuola: piano.ScuolaInfanzia,
    quando: datetime,
    chi: Chi,
    precedenza: GruppoPrecedenza | None = None,
) -> None:
    bambino, adulto, titoli = chi
    # One of those who say to work works less than the criterion asks.
    non_conta = piano.NON_CONTA if titoli == (piano.NIDO, piano.LAVORANO) else ""
    registra_domanda(
        **ufficio(istituto, quando), elenco_id=_elenco(istituto, scuola).pk, adulti=(adulto,),
        bambino=DatiBambino(
            bambino.cognome, bambino.nome, bambino.nascita, bambino.sesso, bambino.codice_fiscale
        ),
        dati=DatiDomanda(
            quando.date(), residente=piano.QUI in titoli,
            precedenza=precedenza.value if precedenza else "",
            precedenza_da=piano.DIAGNOSI if precedenza else "",
            titoli={una: non_conta if una == piano.LAVORANO else "" for una in titoli},
        ),
    )  # fmt: skip


def _forma(
    istituto: Istituto, scuola: piano.ScuolaInfanzia, quando: datetime, entro: date | None
) -> None:
    """Provisional with the days to speak of it, final without."""
    tipo = TipoVersione.PROVVISORIA if entro else TipoVersione.DEFINITIVA
    forma_versione(
        **dirige(istituto, quando), elenco_id=_elenco(istituto, scuola).pk, tipo=tipo,
        osservazioni_entro=entro,
    )  # fmt: skip


def _rinuncia(istituto: Istituto) -> None:
    """The last of those who have a place gives it up: the list waits to be moved on."""
    ultimo = RigaInfanzia.objects.filter(
        istituto=istituto, versione__tipo=TipoVersione.DEFINITIVA.value,
        stato=StatoPosto.AMMESSO.value,
    ).order_by("-ordine")[0]  # fmt: skip
    registra_rinuncia(
        **ufficio(istituto, piano.RINUNCIA_IL), domanda_id=ultimo.domanda_id,
        giorno=piano.RINUNCIA_IL.date(), atto=piano.RINUNCIA_ATTO,
    )  # fmt: skip
