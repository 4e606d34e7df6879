import DuwangCore
