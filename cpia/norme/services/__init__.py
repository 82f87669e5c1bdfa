"""Loading of the shipped profiles into the database."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from django.db import models, transaction

from cpia.norme.models import Parametro, Regolamento
from cpia.norme.rules import ParametroProfilo, Profilo, RegolamentoProfilo, chiave_nota
from cpia.scuola.models import Istituto, Sede
from cpia.scuola.tenancy import istituto_corrente


@dataclass(slots=True)
class EsitoCaricamento:
    """What a loading did, in words: rows made, rows changed, rows that are the school's own."""

    creati: list[str] = field(default_factory=list)
    aggiornati: list[str] = field(default_factory=list)
    lasciati: list[str] = field(default_factory=list)

    @property
    def invariato(self) -> bool:
        """Whether the database already held all this."""
        return not (self.creati or self.aggiornati)


@transaction.atomic
def carica_profilo(*, profilo: Profilo) -> EsitoCaricamento:
    """Bring institute, sites and regulations of a shipped profile into the database.

    A second run changes nothing. What the school wrote stays: of institute and sites only empty
    fields are filled, and a regulation is brought up to date only if its row came from the
    profile (``chiave_profilo``); one that left the file stays, since old acts stand on it.
    """
    esito = EsitoCaricamento()
    istituto = _istituto(profilo, esito)
    with istituto_corrente(istituto.pk):
        for sede in profilo.sedi:
            _sede(istituto, asdict(sede), esito)
        for regolamento in profilo.regolamenti:
            _regolamento(istituto, regolamento, esito)
    return esito


def _istituto(profilo: Profilo, esito: EsitoCaricamento) -> Istituto:
    """The row of the institute, locked so that two loadings follow one another."""
    dati = asdict(profilo.istituto)
    istituto, nuovo = Istituto.objects.get_or_create(slug=profilo.slug, defaults=dati)
    if nuovo:
        esito.creati.append(f"istituto {istituto}")
        return istituto
    istituto = Istituto.objects.select_for_update().get(pk=istituto.pk)
    _riempi(istituto, dati, f"istituto {istituto}", esito)
    return istituto


def _sede(istituto: Istituto, dati: Mapping[str, str], esito: EsitoCaricamento) -> None:
    sede, nuova = Sede.objects.get_or_create(
        istituto=istituto, nome=dati["nome"], defaults=dict(dati)
    )
    if nuova:
        esito.creati.append(f"sede {sede}")
    else:
        _riempi(sede, dati, f"sede {sede}", esito)


def _riempi(
    riga: models.Model, dati: Mapping[str, object], nome: str, esito: EsitoCaricamento
) -> None:
    """Fill the empty fields of a row; those that say otherwise belong to the school."""
    diversi = {campo for campo, valore in dati.items() if getattr(riga, campo) != valore}
    vuoti = sorted(campo for campo in diversi if not getattr(riga, campo))
    for campo in vuoti:
        setattr(riga, campo, dati[campo])
    if vuoti:
        riga.save(update_fields=vuoti)
        esito.aggiornati.append(f"{nome}: {', '.join(vuoti)}")
    if suoi := sorted(diversi.difference(vuoti)):
        esito.lasciati.append(f"{nome}: {', '.join(suoi)}")


def _regolamento(istituto: Istituto, voce: RegolamentoProfilo, esito: EsitoCaricamento) -> None:
    testata = {"titolo": voce.titolo, "atto": voce.atto, "dal": voce.dal, "al": voce.al}
    propri = Regolamento.objects.filter(istituto=istituto)
    riga = propri.filter(chiave_profilo=voce.chiave).first()
    if propri.exclude(chiave_profilo=voce.chiave).filter(titolo=voce.titolo, dal=voce.dal).exists():
        esito.lasciati.append(f"regolamento {voce.titolo}: la scuola ne ha scritto uno suo")
    elif riga is None:
        riga = propri.create(istituto=istituto, chiave_profilo=voce.chiave, **testata)
        _parametri(riga, voce, EsitoCaricamento())
        esito.creati.append(f"regolamento {riga}: {len(voce.parametri)} parametri")
    elif riga.versioni_successive.filter(bozza=False).exists():
        esito.lasciati.append(f"regolamento {riga}: la scuola ne ha adottato una versione nuova")
    else:
        _aggiorna(riga, testata, f"regolamento {riga}", esito)
        _parametri(riga, voce, esito)


def _parametri(regolamento: Regolamento, voce: RegolamentoProfilo, esito: EsitoCaricamento) -> None:
    """Make the parameters of a shipped regulation those of the file."""
    presenti = {riga.chiave: riga for riga in regolamento.parametri.all()}
    attesi = {parametro.chiave: _campi(parametro) for parametro in voce.parametri}
    for chiave in sorted(presenti.keys() - attesi.keys()):
        presenti[chiave].delete()
        esito.aggiornati.append(f"{regolamento}: tolto {chiave}")
    nuovi = [campi for chiave, campi in attesi.items() if chiave not in presenti]
    Parametro.objects.bulk_create(
        Parametro(istituto_id=regolamento.istituto_id, regolamento=regolamento, **campi)
        for campi in nuovi
    )
    esito.creati.extend(f"{regolamento}: {campi['chiave']}" for campi in nuovi)
    for chiave in presenti.keys() & attesi.keys():
        _aggiorna(presenti[chiave], attesi[chiave], f"{regolamento}: {chiave}", esito)


def _campi(parametro: ParametroProfilo) -> dict[str, str]:
    return {**asdict(parametro), "tipo": chiave_nota(parametro.chiave).tipo.value}


def _aggiorna(
    riga: models.Model, dati: Mapping[str, object], nome: str, esito: EsitoCaricamento
) -> None:
    """Write what has changed, and say what it was."""
    diversi = {campo: getattr(riga, campo) for campo in dati if getattr(riga, campo) != dati[campo]}
    for campo in diversi:
        setattr(riga, campo, dati[campo])
    if diversi:
        riga.save(update_fields=list(diversi))
        era = ", ".join(f"{campo} era «{valore}»" for campo, valore in diversi.items())
        esito.aggiornati.append(f"{nome}: {era}")
