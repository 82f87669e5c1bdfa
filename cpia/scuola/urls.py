from django.urls import path, re_path

from cpia.scuola.anno.views import anni, copie, nuove_classi, passaggio, studenti
from cpia.scuola.incarichi import views as incarichi
from cpia.scuola.views import atti, caricamento, esame, identita, inviti

urlpatterns = [
    path("importa/", caricamento.importazioni, name="importazioni"),
    path("importa/nuova/", caricamento.nuova_importazione, name="importazione_nuova"),
    re_path(
        r"^importa/modelli/(?P<tipo>classi|studenti|docenti|cattedre)\.csv$",
        esame.modello,
        name="importazione_modello",
    ),
    path("importa/<int:pk>/", esame.importazione, name="importazione"),
    path("importa/<int:pk>/colonne/", caricamento.colonne, name="importazione_colonne"),
    path(
        "importa/<int:pk>/intestazione/",
        caricamento.intestazione,
        name="importazione_intestazione",
    ),
    path("importa/<int:pk>/discipline/", caricamento.discipline, name="importazione_discipline"),
    path("importa/<int:pk>/esegui/", atti.esegui, name="importazione_esegui"),
    path("importa/<int:pk>/annulla/", atti.annulla, name="importazione_annulla"),
    path("importa/<int:pk>/scarta/", atti.scarta, name="importazione_scarta"),
    path("importa/<int:pk>/errate.csv", esame.errate, name="importazione_errate"),
    path("anno/", anni.anno, name="anno"),
    path("anno/<int:pk>/classi/", nuove_classi.classi, name="anno_classi"),
    path("anno/<int:pk>/classi/crea/", nuove_classi.crea, name="anno_crea_classi"),
    path("anno/<int:pk>/classi/aggiungi/", nuove_classi.aggiungi, name="anno_aggiungi_classe"),
    path("anno/<int:pk>/studenti/", studenti.studenti, name="anno_studenti"),
    path("anno/<int:pk>/studenti/decidi/", studenti.decidi, name="anno_decidi"),
    path("anno/<int:pk>/studenti/proponi/", studenti.proponi, name="anno_proponi"),
    path("anno/<int:pk>/incarichi/", copie.incarichi, name="anno_incarichi"),
    path("anno/<int:pk>/incarichi/scegli/", copie.scegli, name="anno_scegli"),
    path("anno/<int:pk>/incarichi/docenti/", copie.modo, name="anno_docenti"),
    path("anno/<int:pk>/anteprima/", passaggio.anteprima, name="anno_anteprima"),
    path("anno/<int:pk>/compi/", passaggio.compi, name="anno_compi"),
    path("classi/", anni.elenco, name="classi"),
    path("classi/<int:pk>/", anni.classe, name="classe"),
    path("persone/", inviti.persone, name="persone"),
    path("persone/invita/", inviti.invita, name="persone_invita"),
    path("persone/<int:pk>/", incarichi.persona, name="persona"),
    path("persone/<int:pk>/identita/", identita.identita, name="persona_identita"),
    path("persone/<int:pk>/incarichi/nuovo/", incarichi.conferisci, name="incarico_nuovo"),
    path("persone/<int:pk>/sostituzione/", incarichi.sostituisci, name="sostituzione_nuova"),
    path("incarichi/<int:pk>/termine/", incarichi.termine, name="incarico_termine"),
    path("incarichi/<int:pk>/revoca/", incarichi.revoca, name="incarico_revoca"),
    path("invito/<str:codice>/", inviti.invito, name="invito"),
]
