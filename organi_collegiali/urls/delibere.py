"""Deliberations: text, premises, register, follow-up."""

from django.urls import path

from organi_collegiali.views.delibere import atti, frasario, pagina, registro, senza_seduta, testo

urlpatterns = [
    path("delibere/", registro.registro, name="delibere"),
    path("delibere/<int:pk>/", pagina.delibera, name="delibera"),
    path("delibere/<int:pk>/estratto/", atti.estratto, name="delibera_estratto"),
    path("delibere/<int:pk>/pubblica/", atti.pubblica, name="delibera_pubblica"),
    path("delibere/<int:pk>/effetti/", atti.effetto, name="delibera_effetto"),
    path("delibere/effetti/<int:pk>/togli/", atti.togli_effetto, name="effetto_togli"),
    path("delibere/<int:pk>/regolamento/", atti.regolamento, name="delibera_regolamento"),
    path("delibere/<int:pk>/contrari/", atti.contrario, name="delibera_contrario"),
    path("delibere/<int:pk>/seguiti/", atti.nuovo_seguito, name="seguito_nuovo"),
    path("seguiti/<int:pk>/", atti.seguito, name="seguito"),
    path("<int:pk>/delibere/nuova/", senza_seduta.atto, name="atto_nuovo"),
    path("punti/<int:pk>/testo/", testo.testo, name="testo"),
    path("frasario/", frasario.frasario, name="frasario"),
    path("frasario/<int:pk>/", frasario.frase, name="frase"),
    path("frasario/<int:pk>/togli/", frasario.togli, name="frase_togli"),
]
