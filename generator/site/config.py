"""What mkdocs.yml may say to the plugin."""

from mkdocs.config.base import Config


class PluginConfig(Config):
    """Nothing yet: the project has one site."""
