"""Groups of level: formed, changed, filled."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Q

from cpia.atti.services import annota
from cpia.norme.errori import esigi_letta, rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico, Persona, Sede
from cpia.scuola.parole import data_estesa, elenco
from patto_formativo.enums import Livello, Percorso
from patto_formativo.models import DocenteGruppo, Gruppo, Membro, Presenza
from patto_formativo.queries.frequenza.gruppi import da_aggiungere


@dataclass(frozen=True, slots=True)
class DatiGruppo:
    """What is written of a group."""

    nome: str
    percorso: Percorso
    sede: Sede
    livello: Livello | None = None


@transaction.atomic
def forma_gruppo(
    *,
    autore: Contesto,
    adesso: datetime,
    anno: AnnoScolastico,
    dati: DatiGruppo,
    docenti: Iterable[tuple[Persona, str]] = (),
) -> Gruppo:
    """Form a group of level of a year; ``docenti`` are the teachers with what they teach.

    Of office, direction, coordinators. Raises AttoRifiutato.
    """
    _esigi_nome(autore, anno.pk, dati)
    _esigi_livello(dati)
    gruppo = Gruppo.objects.create(istituto=autore.istituto, anno_scolastico=anno, **_campi(dati))
    _affida(gruppo, docenti)
    annota(
        autore=autore, adesso=adesso, azione="forma gruppo di livello", oggetto=gruppo,
        dati={"percorso": gruppo.percorso, "livello": gruppo.livello},
    )  # fmt: skip
    return gruppo


@transaction.atomic
def modifica_gruppo(
    *,
    autore: Contesto,
    adesso: datetime,
    gruppo_id: int,
    versione: int,
    dati: DatiGruppo,
    docenti: Iterable[tuple[Persona, str]] = (),
    mostrati: Collection[int] | None = None,
) -> Gruppo:
    """Change name, site and teachers; the path only while nobody is in it. Raises AttoRifiutato.

    ``mostrati`` are the persons among whom one chose: the other teachers stay (None: all were).
    Raises Conflitto when the group is not of the ``versione`` that was read.
    """
    gruppo = blocca_gruppo(autore, gruppo_id)
    esigi_letta(gruppo, versione)
    _esigi_nome(autore, gruppo.anno_scolastico_id, dati, tranne=gruppo.pk)
    _esigi_livello(dati)
    cambia = (gruppo.percorso, gruppo.livello) != (dati.percorso.value, _livello(dati))
    if cambia and (gruppo.membri.exists() or gruppo.lezioni.exists()):
        testo = "Il gruppo ha già membri o lezioni: percorso e livello restano questi."
        raise rifiuta("gruppo_con_membri", testo, "", "percorso")
    for campo, valore in _campi(dati).items():
        setattr(gruppo, campo, valore)
    gruppo.save(update_fields=[*_campi(dati), "versione"])
    di_prima = DocenteGruppo.objects.filter(istituto=autore.istituto, gruppo=gruppo)
    if mostrati is not None:
        di_prima = di_prima.filter(persona__in=mostrati)
    di_prima.delete()
    _affida(gruppo, docenti)
    annota(autore=autore, adesso=adesso, azione="modifica gruppo di livello", oggetto=gruppo)
    return gruppo


@transaction.atomic
def aggiungi_al_gruppo(
    *, autore: Contesto, adesso: datetime, gruppo_id: int, corsisti: Iterable[int], dal: date
) -> int:
    """Put many persons in a group from a day; how many. Raises AttoRifiutato.

    They must be on the path of the group, of a site of who acts, and enrolled on that day.
    """
    gruppo = blocca_gruppo(autore, gruppo_id)
    scelti = set(corsisti)
    trovati = list(da_aggiungere(autore, gruppo).filter(pk__in=scelti))
    if not scelti:
        raise rifiuta("nessuno", "Scegli chi entra nel gruppo.", "", "corsisti")
    if len(trovati) != len(scelti):
        testo = "Qualcuno è già nel gruppo o ha lasciato il percorso: rileggi l’elenco."
        raise rifiuta("gia_nel_gruppo", testo, "", "corsisti")
    dopo = [c for c in trovati if c.iscritto_il > dal]
    if dopo:
        testo = f"Iscritti dopo il {data_estesa(dal)}: {elenco(c.persona for c in dopo)}."
        raise rifiuta("iscritto_dopo", testo, "", "dal")
    ancora = Membro.objects.filter(istituto=autore.istituto, gruppo=gruppo, corsista__in=scelti)
    if ancora.filter(al__gte=dal).exists():
        testo = "Qualcuno era già nel gruppo quel giorno: scegli un giorno dopo che ne è uscito."
        raise rifiuta("periodi_sovrapposti", testo, "", "dal")
    nuovi = Membro.objects.bulk_create(
        Membro(istituto=autore.istituto, gruppo=gruppo, corsista=c, dal=dal) for c in trovati
    )
    annota(
        autore=autore, adesso=adesso, azione="aggiunge al gruppo di livello", oggetto=gruppo,
        dati={"corsisti": sorted(scelti), "dal": dal.isoformat()},
    )  # fmt: skip
    return len(nuovi)


@transaction.atomic
def togli_dal_gruppo(*, autore: Contesto, adesso: datetime, membro_id: int, al: date) -> Membro:
    """End a membership; ``al`` is the last day in the group. Raises AttoRifiutato."""
    membro = Membro.objects.select_for_update().get(pk=membro_id, istituto=autore.istituto)
    if membro.al is not None:
        raise rifiuta("gia_uscito", f"È già uscito dal gruppo il {data_estesa(membro.al)}.")
    if al < membro.dal:
        testo = f"È nel gruppo dal {data_estesa(membro.dal)}: l’ultimo giorno viene dopo."
        raise rifiuta("prima_del_dal", testo, "", "al")
    dopo = Presenza.objects.filter(
        istituto=autore.istituto, corsista=membro.corsista_id, lezione__gruppo=membro.gruppo_id,
        lezione__giorno__gt=al, ore__gt=0,
    )  # fmt: skip
    if dopo.exists():
        testo = f"Ha ore di lezione dopo il {data_estesa(al)}: l’ultimo giorno viene dopo quelle."
        raise rifiuta("ore_dopo", testo, "", "al")
    membro.al = al
    membro.save(update_fields=["al"])
    annota(
        autore=autore, adesso=adesso, azione="toglie dal gruppo di livello", oggetto=membro,
        dati={"gruppo": membro.gruppo_id, "al": al.isoformat()},
    )  # fmt: skip
    return membro


def blocca_gruppo(autore: Contesto, gruppo_id: int) -> Gruppo:
    """A group of the institute, locked."""
    return (
        Gruppo.objects.select_for_update(of=("self",))
        .select_related("anno_scolastico", "istituto")
        .get(pk=gruppo_id, istituto=autore.istituto)
    )


def _campi(dati: DatiGruppo) -> dict[str, Any]:
    return {
        "nome": dati.nome, "percorso": dati.percorso.value, "sede": dati.sede,
        "livello": _livello(dati),
    }  # fmt: skip


def _livello(dati: DatiGruppo) -> str:
    return dati.livello.value if dati.livello else ""


def _affida(gruppo: Gruppo, docenti: Iterable[tuple[Persona, str]]) -> None:
    DocenteGruppo.objects.bulk_create(
        DocenteGruppo(istituto_id=gruppo.istituto_id, gruppo=gruppo, persona=chi, asse=asse)
        for chi, asse in docenti
    )


def _esigi_nome(autore: Contesto, anno_id: int, dati: DatiGruppo, tranne: int = 0) -> None:
    stessi = Gruppo.objects.filter(
        ~Q(pk=tranne), istituto=autore.istituto, anno_scolastico=anno_id, nome=dati.nome
    )
    if stessi.exists():
        testo = "C’è già un gruppo con questo nome, quest’anno."
        raise rifiuta("nome_usato", testo, "", "nome")


def _esigi_livello(dati: DatiGruppo) -> None:
    if dati.livello and dati.percorso != Percorso.ALFABETIZZAZIONE:
        testo = "Il livello A1 o A2 è dell’alfabetizzazione."
        raise rifiuta("livello", testo, "", "livello")
