using Etabli.Cli;

Speech.Choose();
return await CommandTree.Run(args);
